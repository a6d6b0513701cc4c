extension Migrations {
    /// What officers decide about two people of one event changes its attendance at once.
    static let decisions = """
        ALTER TABLE province.attendance_history ALTER COLUMN bundle DROP NOT NULL;
        COMMENT ON COLUMN province.attendance_history.bundle IS
            'The bundle that changed it; none where an officer decided who is one person.';
        """
}
