extension Migrations {
    /// What follows from the ledgers, and what it was before.
    static let attendance = """
        CREATE TABLE province.attendance (
            year smallint NOT NULL,
            session uuid NOT NULL,
            enrolment uuid NOT NULL,
            status text NOT NULL CHECK (status IN ('present', 'late', 'excused', 'absent')),
            first_entry_at timestamptz,
            last_exit_at timestamptz,
            minutes_present integer CHECK (minutes_present >= 0),
            left_early boolean NOT NULL,
            changed_at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (year, session, enrolment)
        ) PARTITION BY LIST (year);
        CREATE INDEX ON province.attendance (enrolment);
        COMMENT ON TABLE province.attendance IS
            'Results of roll call (kết quả điểm danh) per session and enrolment; who has no row is absent.';
        COMMENT ON COLUMN province.attendance.status IS 'present is on time; late people were present too.';
        COMMENT ON COLUMN province.attendance.minutes_present IS 'Whole minutes inside, up to the session''s end.';

        CREATE TABLE province.attendance_history (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            session uuid NOT NULL,
            enrolment uuid NOT NULL,
            bundle bigint NOT NULL REFERENCES province.bundle,
            changed_at timestamptz NOT NULL DEFAULT now(),
            why text NOT NULL,
            status text NOT NULL,
            first_entry_at timestamptz,
            last_exit_at timestamptz,
            minutes_present integer,
            left_early boolean NOT NULL
        );
        CREATE INDEX ON province.attendance_history (session, enrolment);
        COMMENT ON TABLE province.attendance_history IS 'What a result was before a later bundle changed it.';
        COMMENT ON COLUMN province.attendance_history.why IS
            'Kinds of the entries that changed it: annul, mark, redeem, clock_anchor.';
        """
}
