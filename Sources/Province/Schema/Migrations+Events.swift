extension Migrations {
    /// Events and their sessions.
    static let events = """
        CREATE TABLE province.event (
            id uuid PRIMARY KEY,
            number integer NOT NULL CHECK (number BETWEEN 0 AND 999999),
            name text NOT NULL,
            kind text NOT NULL,
            programme text,
            organiser text,
            venue text,
            utc_offset_minutes smallint NOT NULL DEFAULT 420
        );
        CREATE INDEX ON province.event (programme);
        COMMENT ON TABLE province.event IS 'Classes, conferences, fairs (lớp, hội nghị, ngày hội).';

        CREATE TABLE province.session (
            id uuid PRIMARY KEY,
            event uuid NOT NULL REFERENCES province.event,
            year smallint NOT NULL,
            title text NOT NULL,
            starts_at timestamptz NOT NULL,
            ends_at timestamptz NOT NULL CHECK (ends_at >= starts_at),
            late_after_minutes integer NOT NULL,
            early_leave_minutes integer NOT NULL
        );
        CREATE INDEX ON province.session (event);
        CREATE INDEX ON province.session (starts_at);
        COMMENT ON TABLE province.session IS 'Dated parts of events (buổi); attendance is counted per session.';
        COMMENT ON COLUMN province.session.year IS 'Year of its start, local time: the partition of its scans.';
        """
}
