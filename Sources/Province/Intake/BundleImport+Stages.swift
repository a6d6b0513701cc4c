extension BundleImport {
    /// Tables of this connection in which a bundle's lines come together before they are compared with what is stored.
    func makeStages() throws {
        try connection.script(
            """
            CREATE TEMPORARY TABLE IF NOT EXISTS new_person (LIKE province.enrolment) ON COMMIT DELETE ROWS;
            ALTER TABLE new_person ALTER COLUMN person DROP NOT NULL;
            CREATE TEMPORARY TABLE IF NOT EXISTS new_told (LIKE province.told_person) ON COMMIT DELETE ROWS;
            CREATE TEMPORARY TABLE IF NOT EXISTS new_identity (enrolment uuid, identity bytea) ON COMMIT DELETE ROWS;
            CREATE TEMPORARY TABLE IF NOT EXISTS new_consent (LIKE province.consent) ON COMMIT DELETE ROWS;
            CREATE TEMPORARY TABLE IF NOT EXISTS new_entry (LIKE province.entry, line integer, reason text, is_known boolean)
                ON COMMIT DELETE ROWS;
            ALTER TABLE new_entry ALTER COLUMN year DROP NOT NULL, ALTER COLUMN is_copy DROP NOT NULL;
            CREATE TEMPORARY TABLE IF NOT EXISTS new_time (year smallint, id uuid, at timestamptz)
                ON COMMIT DELETE ROWS;
            """)
        try Derivation.makeStages(connection)
    }
}
