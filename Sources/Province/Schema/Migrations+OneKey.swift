extension Migrations {
    /// A box has one key, and a key speaks for one box.
    static let oneKey = """
        ALTER TABLE province.box ADD CONSTRAINT box_has_one_key UNIQUE (box);
        """
}
