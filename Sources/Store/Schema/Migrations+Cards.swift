extension Migrations {
    /// What citizen cards and repeated requests at the desk need.
    static let cards = """
        -- The citizen number of a card, sealed to the province's key: this box cannot read it.
        ALTER TABLE participant ADD COLUMN province_number BLOB CHECK (length(province_number) = 60);

        -- What was asked under an idempotency key and who it was, so that a repetition is told from another request.
        CREATE TABLE walk_in_request (
            nonce BLOB NOT NULL PRIMARY KEY,
            -- Keyed, because a citizen number is part of it.
            content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
            enrolment BLOB NOT NULL REFERENCES enrolment,
            is_new INTEGER NOT NULL CHECK (is_new IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        """
}
