extension Migrations {
    /// Scans that two boxes have taken under one nonce: a desk that was away had sent them to both.
    static let twins = """
        -- The id that the scan has at another box, and the entry that it is here.
        CREATE TABLE twin (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            seq INTEGER NOT NULL REFERENCES ledger
        ) STRICT, WITHOUT ROWID;
        """
}
