extension Migrations {
    /// People whom two boxes of one event have registered.
    static let samePeople = """
        ALTER TABLE province.enrolment ADD COLUMN same_as uuid REFERENCES province.enrolment;
        CREATE INDEX ON province.enrolment (same_as) WHERE same_as IS NOT NULL;
        COMMENT ON COLUMN province.enrolment.same_as IS
            'The enrolment of the same event that stands for this person: two boxes had registered them.';
        COMMENT ON COLUMN province.attendance_history.why IS
            'Kinds of the entries that changed it: annul, mark, redeem, clock_anchor, same_person.';

        CREATE OR REPLACE VIEW report.enrolment AS
        SELECT enrolment.id, enrolment.event, coalesce(person.same_as, person.id) AS person, enrolment.sex,
            enrolment.ethnicity, enrolment.kinh_dtts, enrolment.commune, enrolment.unit_code, enrolment.unit_snapshot,
            enrolment.unit_now, enrolment.unit_now_name, enrolment.is_unit_now_approximate, enrolment.position,
            enrolment.organisation, enrolment.is_walk_in
        FROM province.enrolment JOIN province.person ON person.id = enrolment.person
        WHERE enrolment.same_as IS NULL;
        """
}
