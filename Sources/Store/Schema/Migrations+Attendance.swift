extension Migrations {
    /// What follows from the ledger and can be made again from it at any time.
    static let attendance = """
        -- Accepted and not annulled scans at the time that counts. Who and where is checked by the ledger.
        CREATE TABLE passage (
            session BLOB NOT NULL,
            enrolment BLOB NOT NULL,
            seq INTEGER NOT NULL,
            scan BLOB NOT NULL CHECK (length(scan) = 16),
            direction TEXT NOT NULL CHECK (direction IN ('entry', 'exit')),
            at INTEGER NOT NULL,
            gate TEXT,
            PRIMARY KEY (session, enrolment, seq)
        ) STRICT, WITHOUT ROWID;

        -- Only people with something to tell: who has no row is absent.
        CREATE TABLE attendance (
            session BLOB NOT NULL REFERENCES session,
            enrolment BLOB NOT NULL REFERENCES enrolment,
            status TEXT NOT NULL CHECK (status = 'present' OR status = 'late' OR status = 'excused' OR status = 'absent'),
            first_entry_at INTEGER,
            last_exit_at INTEGER,
            minutes_present INTEGER CHECK (minutes_present >= 0),
            left_early INTEGER NOT NULL CHECK (left_early IN (0, 1)),
            mark_status TEXT CHECK (mark_status = 'present' OR mark_status = 'late'
                OR mark_status = 'excused' OR mark_status = 'absent'),
            mark_seq INTEGER,
            PRIMARY KEY (session, enrolment),
            CHECK ((mark_status IS NULL) = (mark_seq IS NULL)),
            CHECK ((minutes_present IS NULL) = (first_entry_at IS NULL))
        ) STRICT, WITHOUT ROWID;

        -- How many rows of attendance have each status.
        CREATE TABLE tally (
            session BLOB NOT NULL REFERENCES session,
            is_walk_in INTEGER NOT NULL CHECK (is_walk_in IN (0, 1)),
            status TEXT NOT NULL CHECK (status = 'present' OR status = 'late' OR status = 'excused' OR status = 'absent'),
            number INTEGER NOT NULL CHECK (number >= 0),
            PRIMARY KEY (session, is_walk_in, status)
        ) STRICT, WITHOUT ROWID;
        """
}
