extension BundleImport {
    /// Everybody of whose attendance the bundle tells something new is a place.
    func namePlaces() throws {
        try connection.run(
            """
            INSERT INTO place SELECT session, enrolment, kind FROM new_entry
            WHERE reason IS NULL AND NOT is_known AND session IS NOT NULL AND enrolment IS NOT NULL
                AND (kind IN ('mark', 'annul') OR (kind = 'redeem' AND outcome = 'accepted'))
            """)
        try dateAgain()
    }
}
