extension Migrations {
    /// What the organiser may send twice, and who is not staff any more.
    static let organiser = """
        -- An event is made once, however often the request is sent.
        CREATE TABLE event_request (
            nonce BLOB NOT NULL PRIMARY KEY,
            content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
            event BLOB NOT NULL REFERENCES event
        ) STRICT, WITHOUT ROWID;

        -- The line stays: the ledger's entries are by this person.
        ALTER TABLE staff ADD COLUMN is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed = 0 OR is_removed = 1);
        """
}
