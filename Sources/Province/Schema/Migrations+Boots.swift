extension Migrations {
    /// Refused scans, marks and annulments are dated again too.
    static let boots = """
        CREATE INDEX entry_dated ON province.entry (boot) WHERE kind IN ('redeem', 'mark', 'annul');
        DROP INDEX province.entry_boot;
        """
}
