extension Migrations {
    /// Wrong PINs are counted for each person and origin; what the accounts had counted becomes that of the strangers.
    static let lockout = """
        CREATE TABLE login_lockout (
            -- Empty where a PIN is typed without a name.
            staff BLOB NOT NULL CHECK (length(staff) = 16 OR length(staff) = 0),
            origin TEXT NOT NULL CHECK (origin <> ''),
            failures INTEGER NOT NULL CHECK (failures > 0),
            -- The lock ends when this boot's clock has come so far, or that many milliseconds into a later boot.
            locked_boot TEXT,
            locked_until_ms INTEGER,
            locked_for_ms INTEGER,
            PRIMARY KEY (staff, origin)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO login_lockout (staff, origin, failures, locked_boot, locked_until_ms, locked_for_ms)
            SELECT id, 'elsewhere', failures, locked_boot, locked_until_ms, locked_for_ms FROM staff WHERE failures > 0;
        ALTER TABLE staff DROP COLUMN failures;
        ALTER TABLE staff DROP COLUMN locked_boot;
        ALTER TABLE staff DROP COLUMN locked_until_ms;
        ALTER TABLE staff DROP COLUMN locked_for_ms;

        -- Browsers in which somebody has signed in before.
        CREATE TABLE known_browser (
            id INTEGER PRIMARY KEY,
            token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
            staff BLOB NOT NULL REFERENCES staff,
            UNIQUE (token_hash, staff)
        ) STRICT;
        """
}
