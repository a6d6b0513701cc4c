extension Migrations {
    /// People whom two boxes of one event have registered, each without knowing of the other.
    static let samePeople = """
        -- Which enrolment this one turned out to be the same person as; that one stands for itself.
        ALTER TABLE enrolment ADD COLUMN same_as BLOB REFERENCES enrolment;
        CREATE INDEX enrolment_same ON enrolment (same_as) WHERE same_as IS NOT NULL;
        -- The citizen number of a card under the event's key, by which boxes of the event know the same person.
        ALTER TABLE enrolment ADD COLUMN number_hash BLOB CHECK (length(number_hash) = 32);
        CREATE INDEX enrolment_number ON enrolment (event, number_hash) WHERE number_hash IS NOT NULL;
        """
}
