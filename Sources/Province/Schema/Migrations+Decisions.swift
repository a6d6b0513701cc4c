extension Migrations {
    /// What officers decide changes attendance at once, and follows the people whom it was about.
    static let decisions = """
        ALTER TABLE province.attendance_history ALTER COLUMN bundle DROP NOT NULL;
        COMMENT ON COLUMN province.attendance_history.bundle IS
            'The bundle that changed it; none where an officer decided who is one person.';

        ALTER TABLE province.decision ADD COLUMN first_enrolment uuid REFERENCES province.enrolment,
            ADD COLUMN second_enrolment uuid REFERENCES province.enrolment;
        UPDATE province.decision SET
            first_enrolment = (SELECT id FROM province.enrolment WHERE person = first ORDER BY id LIMIT 1),
            second_enrolment = (SELECT id FROM province.enrolment WHERE person = second ORDER BY id LIMIT 1);
        CREATE INDEX ON province.decision (first_enrolment);
        CREATE INDEX ON province.decision (second_enrolment);
        COMMENT ON COLUMN province.decision.first IS 'The person''s number when it was decided.';
        COMMENT ON COLUMN province.decision.first_enrolment IS
            'An enrolment of that person then: whoever has it now is whom the decision is about.';

        CREATE VIEW province.decided AS
        SELECT decision.id, coalesce(one.person, decision.first) AS one, coalesce(other.person, decision.second) AS other,
            decision.decision
        FROM province.decision
        LEFT JOIN province.enrolment AS one ON one.id = decision.first_enrolment
        LEFT JOIN province.enrolment AS other ON other.id = decision.second_enrolment;
        COMMENT ON VIEW province.decided IS 'What was decided about whom, by the people''s numbers of now.';
        """
}
