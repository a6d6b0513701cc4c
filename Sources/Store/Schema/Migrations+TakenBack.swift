extension Migrations {
    /// What desks have taken back before the scan itself came.
    static let takenBack = """
        -- The mark of the scan that is to be annulled when it comes.
        ALTER TABLE queue_conflict ADD COLUMN awaits BLOB CHECK (length(awaits) > 0);
        CREATE INDEX queue_conflict_awaits ON queue_conflict (awaits) WHERE awaits IS NOT NULL;
        """
}
