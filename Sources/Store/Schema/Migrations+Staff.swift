extension Migrations {
    /// Who may do what: people with PINs, their sessions, devices and tokens. Secrets are kept as hashes only.
    static let staff = """
        CREATE TABLE staff (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            name TEXT NOT NULL UNIQUE CHECK (name <> ''),
            role TEXT NOT NULL CHECK (role IN ('organiser', 'operator')),
            pin_hash TEXT NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            -- The lock ends when this boot's clock has come so far, or that many milliseconds into a later boot.
            locked_boot TEXT,
            locked_until_ms INTEGER,
            locked_for_ms INTEGER
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE station (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            name TEXT NOT NULL UNIQUE CHECK (name <> ''),
            role TEXT NOT NULL CHECK (role IN ('desk', 'kiosk', 'display')),
            event BLOB REFERENCES event,
            one_time_hash BLOB UNIQUE,
            token_hash BLOB UNIQUE,
            last_seen_at INTEGER,
            is_revoked INTEGER NOT NULL DEFAULT 0 CHECK (is_revoked IN (0, 1))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE staff_session (
            token_hash BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
            staff BLOB NOT NULL REFERENCES staff,
            station BLOB REFERENCES station,
            csrf TEXT NOT NULL,
            boot TEXT NOT NULL,
            started_ms INTEGER NOT NULL,
            used_ms INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE api_token (
            token_hash BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
            name TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
