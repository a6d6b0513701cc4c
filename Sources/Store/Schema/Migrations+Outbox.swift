extension Migrations {
    /// What is on its way to the province and to the main systems of others, and what came back.
    static let outbox = """
        -- A part of an event's ledger in a file that never changes. A restored box does not send another box's bundles.
        CREATE TABLE bundle (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            name TEXT NOT NULL UNIQUE CHECK (name <> ''),
            box TEXT NOT NULL,
            event BLOB NOT NULL REFERENCES event,
            first_seq INTEGER NOT NULL CHECK (first_seq > 0),
            last_seq INTEGER NOT NULL,
            size INTEGER NOT NULL CHECK (size > 0),
            sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
            made_at INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state = 'waiting' OR state = 'sending' OR state = 'sent'
                OR state = 'receipted' OR state = 'refused'),
            carrier TEXT CHECK (carrier = 'https' OR carrier = 'usb' OR carrier = 'phone'),
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            problem TEXT,
            receipted_at INTEGER,
            accepted INTEGER,
            duplicate INTEGER,
            refused INTEGER,
            UNIQUE (box, event, last_seq),
            CHECK (last_seq >= first_seq),
            CHECK ((state = 'receipted') = (receipted_at IS NOT NULL)),
            CHECK ((receipted_at IS NULL) = (accepted IS NULL)),
            CHECK ((receipted_at IS NULL) = (duplicate IS NULL)),
            CHECK ((receipted_at IS NULL) = (refused IS NULL)),
            CHECK (state <> 'refused' OR problem IS NOT NULL)
        ) STRICT, WITHOUT ROWID;

        -- What the province says of each scan.
        CREATE TABLE receipt_scan (
            bundle BLOB NOT NULL REFERENCES bundle,
            scan BLOB NOT NULL CHECK (length(scan) = 16),
            result TEXT NOT NULL CHECK (result = 'accepted' OR result = 'duplicate' OR result = 'refused'),
            reason TEXT,
            PRIMARY KEY (bundle, scan)
        ) STRICT, WITHOUT ROWID;

        -- How the last attempts went, and when the next one may be: not before this boot's clock shows `next_ms`.
        CREATE TABLE destination (
            name TEXT NOT NULL PRIMARY KEY CHECK (name = 'province' OR name = 'lrs' OR name = 'webhook'),
            failures INTEGER NOT NULL CHECK (failures >= 0),
            problem TEXT,
            tried_at INTEGER NOT NULL,
            boot TEXT NOT NULL,
            next_ms INTEGER NOT NULL,
            CHECK ((failures = 0) = (problem IS NULL))
        ) STRICT, WITHOUT ROWID;

        -- How far each event's record has arrived at a main system of others.
        CREATE TABLE delivered (
            destination TEXT NOT NULL CHECK (destination = 'lrs' OR destination = 'webhook'),
            event BLOB NOT NULL REFERENCES event,
            seq INTEGER NOT NULL,
            -- A range that is under way: its end, and how many of its statements have arrived.
            through INTEGER,
            done INTEGER NOT NULL CHECK (done >= 0),
            sent INTEGER NOT NULL CHECK (sent >= 0),
            refused INTEGER NOT NULL CHECK (refused >= 0),
            PRIMARY KEY (destination, event)
        ) STRICT, WITHOUT ROWID;
        """
}
