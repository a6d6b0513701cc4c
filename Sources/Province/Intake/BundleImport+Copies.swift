extension BundleImport {
    /// Chooses which entry is counted of each attempt that two boxes have taken; the rule does not ask which came first.
    ///
    /// The receipt still calls the one that comes second a duplicate.
    func chooseCopies() throws {
        let isAny = try connection.first("SELECT 1 FROM new_entry WHERE is_copy LIMIT 1") { _ in true }
        guard isAny == true else { return }
        try connection.run(
            """
            WITH attempt AS (
                SELECT DISTINCT year, nonce FROM new_entry
                WHERE is_copy AND kind = 'redeem' AND reason IS NULL AND NOT is_known
            ), told AS (
                SELECT year, nonce, id, outcome FROM new_entry JOIN attempt USING (year, nonce)
                WHERE kind = 'redeem' AND reason IS NULL AND NOT is_known
                UNION ALL
                SELECT year, nonce, id, outcome FROM province.entry JOIN attempt USING (year, nonce)
                WHERE kind = 'redeem' AND NOT is_copy
            ), counted AS (
                SELECT DISTINCT ON (year, nonce) year, nonce, id FROM told
                ORDER BY year, nonce, outcome <> 'accepted', id
            ), stored AS (
                UPDATE province.entry SET is_copy = true FROM counted
                WHERE entry.year = counted.year AND entry.nonce = counted.nonce AND entry.kind = 'redeem'
                    AND NOT entry.is_copy AND entry.id <> counted.id
            )
            UPDATE new_entry SET is_copy = new_entry.id <> counted.id FROM counted
            WHERE new_entry.year = counted.year AND new_entry.nonce = counted.nonce AND kind = 'redeem'
                AND reason IS NULL AND NOT is_known
            """)
    }
}
