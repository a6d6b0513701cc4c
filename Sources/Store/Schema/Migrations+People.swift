extension Migrations {
    /// The box, events, sessions, participants, enrolments and codes.
    static let people = """
        CREATE TABLE box (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            id TEXT NOT NULL,
            -- The hash of the box key: a database beside the wrong key is noticed.
            key_check BLOB NOT NULL CHECK (length(key_check) = 32)
        ) STRICT;

        CREATE TABLE event (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            number INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 0 AND 999999),
            definition TEXT NOT NULL CHECK (definition LIKE '{%}'),
            sealed_key BLOB NOT NULL,
            -- How many enrolments are no walk-ins.
            roster_count INTEGER NOT NULL DEFAULT 0 CHECK (roster_count >= 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE session (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            event BLOB NOT NULL REFERENCES event,
            key TEXT,
            title TEXT NOT NULL,
            starts_at INTEGER NOT NULL,
            ends_at INTEGER NOT NULL,
            late_after INTEGER NOT NULL,
            opens_before INTEGER,
            early_leave INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state = 'planned' OR state = 'open' OR state = 'closed'),
            closed_at INTEGER,
            UNIQUE (event, key),
            CHECK (ends_at >= starts_at),
            CHECK ((state = 'closed') = (closed_at IS NOT NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE participant (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            name TEXT NOT NULL CHECK (name <> ''),
            folded_name TEXT NOT NULL,
            birth TEXT,
            sex TEXT CHECK (sex IN ('female', 'male')),
            ethnicity TEXT,
            phone TEXT,
            citizen_hash BLOB UNIQUE CHECK (length(citizen_hash) = 32),
            citizen_tail TEXT CHECK (length(citizen_tail) = 3),
            unit_code TEXT,
            unit_snapshot TEXT,
            commune TEXT,
            address TEXT,
            CHECK ((citizen_hash IS NULL) = (citizen_tail IS NULL)),
            CHECK ((unit_code IS NULL) = (unit_snapshot IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX participant_name ON participant (folded_name);

        CREATE TABLE enrolment (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            event BLOB NOT NULL REFERENCES event,
            participant BLOB NOT NULL REFERENCES participant,
            code INTEGER NOT NULL UNIQUE,
            standing TEXT NOT NULL CHECK (standing = 'valid' OR standing = 'revoked' OR standing = 'blocked'),
            is_walk_in INTEGER NOT NULL CHECK (is_walk_in IN (0, 1)),
            sort_key BLOB NOT NULL,
            position TEXT,
            organisation TEXT,
            note TEXT,
            sheet TEXT,
            row INTEGER,
            -- The citizen number under the event's key, from a roster only.
            sealed_citizen_number BLOB,
            UNIQUE (event, participant),
            CHECK ((sheet IS NULL) = (row IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX enrolment_row ON enrolment (event, sheet, row) WHERE row IS NOT NULL;
        CREATE UNIQUE INDEX enrolment_order ON enrolment (event, sort_key, id);

        -- Every code that was ever given out: none is given out twice.
        CREATE TABLE code (
            number INTEGER PRIMARY KEY CHECK (number % 97 = 1 AND number BETWEEN 0 AND 99999999),
            enrolment BLOB NOT NULL REFERENCES enrolment,
            is_current INTEGER NOT NULL CHECK (is_current IN (0, 1))
        ) STRICT;

        CREATE TABLE consent (
            enrolment BLOB NOT NULL REFERENCES enrolment,
            purpose TEXT NOT NULL,
            text_version TEXT NOT NULL,
            method TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (enrolment, purpose, at)
        ) STRICT, WITHOUT ROWID;
        """
}
