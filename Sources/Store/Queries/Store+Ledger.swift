extension Store {
    /// The end of the ledger.
    package func ledgerHead() throws(StoreError) -> LedgerHead {
        try read { try LedgerHead($0) }
    }

    /// Walks the whole ledger and names what is wrong with it, also against what the backups have seen; empty if all
    /// is well. A second for about 500,000 entries.
    package func verify() throws(StoreError) -> [Finding] {
        let heads = backups.folders.backups(of: keys).map(\.head)
        return try read { try LedgerVerifier.findings($0, heads: heads) }
    }
}
