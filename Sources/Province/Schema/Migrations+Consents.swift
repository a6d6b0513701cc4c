extension Migrations {
    /// What people have agreed to.
    static let consents = """
        CREATE TABLE province.consent (
            enrolment uuid NOT NULL REFERENCES province.enrolment,
            purpose text NOT NULL,
            text_version text NOT NULL,
            method text NOT NULL,
            given_at timestamptz NOT NULL,
            PRIMARY KEY (enrolment, purpose, text_version, method, given_at)
        );
        COMMENT ON TABLE province.consent IS 'What people have agreed to (đồng ý); rows are never changed.';
        COMMENT ON COLUMN province.consent.purpose IS 'What the data are used for: attendance.';
        COMMENT ON COLUMN province.consent.text_version IS 'Which wording was shown or read aloud.';
        COMMENT ON COLUMN province.consent.method IS 'How it was asked: desk, read_aloud, …';

        CREATE VIEW report.consent AS
        SELECT enrolment.event, coalesce(person.same_as, person.id) AS person,
            coalesce(enrolment.same_as, enrolment.id) AS enrolment, consent.purpose, consent.text_version, consent.method,
            consent.given_at
        FROM province.consent JOIN province.enrolment ON enrolment.id = consent.enrolment
        JOIN province.person ON person.id = enrolment.person;
        COMMENT ON VIEW report.consent IS
            'Who has agreed to what, when, and how it was asked; people of a list without a row were not asked by the box.';
        \(grant("consent"))
        """
}
