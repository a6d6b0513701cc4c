extension Migrations {
    /// The append-only ledger, and apart from it the texts that may have to be erased.
    static let ledger = """
        CREATE TABLE ledger (
            seq INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
            kind TEXT NOT NULL,
            -- Only where there is no session, which says it.
            event BLOB REFERENCES event,
            session BLOB REFERENCES session,
            enrolment BLOB REFERENCES enrolment,
            -- A participant, station or member of staff that the entry is about.
            subject BLOB,
            -- The seq that the entry is about: what was annulled, or the first entry of a repeated one.
            about INTEGER,
            nonce BLOB UNIQUE,
            outcome TEXT,
            direction TEXT CHECK (direction IN ('entry', 'exit')),
            flags INTEGER,
            presented TEXT,
            digits TEXT,
            length INTEGER,
            status TEXT CHECK (status = 'present' OR status = 'late' OR status = 'excused' OR status = 'absent'
                OR status = 'valid' OR status = 'revoked' OR status = 'blocked'),
            -- The seq of the entry that names the boot.
            boot INTEGER NOT NULL,
            boot_ms INTEGER NOT NULL,
            wall_ms INTEGER NOT NULL,
            occurred_ms INTEGER,
            sent_ms INTEGER,
            true_ms INTEGER,
            uncertainty_ms INTEGER,
            number INTEGER,
            gate TEXT,
            method TEXT,
            detail TEXT,
            actor TEXT NOT NULL,
            staff BLOB,
            station BLOB,
            note_hash BLOB CHECK (length(note_hash) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            CHECK (session IS NULL OR event IS NULL),
            CHECK (kind <> 'redeem' OR (session IS NOT NULL AND nonce IS NOT NULL AND outcome IS NOT NULL
                AND direction IS NOT NULL AND presented IS NOT NULL)),
            CHECK (kind <> 'redeem' OR outcome <> 'accepted' OR enrolment IS NOT NULL),
            CHECK (kind <> 'annul' OR (about IS NOT NULL AND note_hash IS NOT NULL)),
            CHECK (kind <> 'clock_anchor' OR (true_ms IS NOT NULL AND uncertainty_ms IS NOT NULL))
        ) STRICT;
        CREATE INDEX ledger_kind ON ledger (kind) WHERE kind <> 'redeem';
        CREATE UNIQUE INDEX ledger_annul ON ledger (about) WHERE kind = 'annul';

        CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

        -- Reasons in words, which may hold names: the ledger has only their salted hash.
        CREATE TABLE note (
            seq INTEGER PRIMARY KEY REFERENCES ledger,
            salt BLOB NOT NULL CHECK (length(salt) = 16),
            text TEXT NOT NULL
        ) STRICT;

        -- The end of the chain, kept apart so that a ledger cut short is noticed.
        CREATE TABLE ledger_head (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            seq INTEGER NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        """
}
