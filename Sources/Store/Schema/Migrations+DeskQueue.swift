extension Migrations {
    /// What came from a desk that was offline and needs the organiser's eye.
    static let deskQueue = """
        CREATE TABLE queue_conflict (
            -- The entry's own mark: sending it again flags it once.
            nonce BLOB NOT NULL PRIMARY KEY CHECK (length(nonce) > 0),
            reason TEXT NOT NULL CHECK (reason <> ''),
            -- The scan that is to be looked at, or the entry that says why there is none.
            seq INTEGER NOT NULL REFERENCES ledger,
            -- As the desk sent it, where no scan could be made of it; only the box's key opens it.
            sealed BLOB,
            -- The seq of the entry that says who has looked at it.
            reviewed INTEGER REFERENCES ledger
        ) STRICT, WITHOUT ROWID;
        """
}
