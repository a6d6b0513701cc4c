extension Migrations {
    /// Several boxes of one event.
    ///
    /// A code was unique on the box; now it is within its event, since another box may have given the same one to
    /// somebody of another event.
    static let boxes = """
        CREATE TABLE new_enrolment (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            event BLOB NOT NULL REFERENCES event,
            participant BLOB NOT NULL REFERENCES participant,
            code INTEGER NOT NULL,
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
            UNIQUE (event, code),
            CHECK ((sheet IS NULL) = (row IS NULL))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_enrolment (id, event, participant, code, standing, is_walk_in, sort_key, position,
            organisation, note, sheet, row, sealed_citizen_number)
        SELECT id, event, participant, code, standing, is_walk_in, sort_key, position, organisation, note, sheet, row,
            sealed_citizen_number FROM enrolment;
        DROP TABLE enrolment;
        ALTER TABLE new_enrolment RENAME TO enrolment;
        CREATE UNIQUE INDEX enrolment_row ON enrolment (event, sheet, row) WHERE row IS NOT NULL;
        CREATE UNIQUE INDEX enrolment_order ON enrolment (event, sort_key, id);

        CREATE TABLE new_code (
            number INTEGER NOT NULL CHECK (number % 97 = 1 AND number BETWEEN 0 AND 99999999),
            enrolment BLOB NOT NULL REFERENCES enrolment,
            is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
            PRIMARY KEY (number, enrolment)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_code (number, enrolment, is_current) SELECT number, enrolment, is_current FROM code;
        DROP TABLE code;
        ALTER TABLE new_code RENAME TO code;
        CREATE INDEX code_replaced ON code (enrolment) WHERE is_current = 0;

        -- Entries that were first written into another box's ledger.
        CREATE TABLE merged_entry (
            seq INTEGER PRIMARY KEY REFERENCES ledger,
            box TEXT NOT NULL,
            box_seq INTEGER NOT NULL,
            UNIQUE (box, box_seq)
        ) STRICT;

        -- An event with several boxes: which codes this one gives out, those whose serial leaves `code_residue` when
        -- divided by `code_modulus`.
        CREATE TABLE share (
            event BLOB NOT NULL PRIMARY KEY REFERENCES event,
            code_modulus INTEGER NOT NULL CHECK (code_modulus > 0),
            code_residue INTEGER NOT NULL CHECK (code_residue >= 0 AND code_residue < code_modulus)
        ) STRICT, WITHOUT ROWID;

        -- The codes that each box was given with the event.
        CREATE TABLE share_given (
            event BLOB NOT NULL REFERENCES event,
            public_key TEXT NOT NULL,
            code_modulus INTEGER NOT NULL CHECK (code_modulus > 0),
            code_residue INTEGER NOT NULL CHECK (code_residue >= 0 AND code_residue < code_modulus),
            PRIMARY KEY (event, public_key)
        ) STRICT, WITHOUT ROWID;

        -- The place among the entries of all boxes; NULL where only this box has any.
        ALTER TABLE passage ADD COLUMN rank INTEGER;
        ALTER TABLE attendance ADD COLUMN mark_rank INTEGER;
        """
}
