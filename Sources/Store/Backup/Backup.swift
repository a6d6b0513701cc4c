/// A copy of the database that was checked.
package struct Backup: Hashable, Sendable {
    package let path: String
    /// The end of its ledger.
    package let head: LedgerHead

    init(path: String, head: LedgerHead) {
        (self.path, self.head) = (path, head)
    }

    /// The file's name: it says where the ledger ended, so that names sort by age and prove what was there.
    static func name(_ head: LedgerHead) -> String {
        let digits = String(head.entries)
        let zeros = String(repeating: "0", count: max(0, 12 - digits.count))
        return "diemdanh-\(zeros)\(digits)-\(head.hash).sqlite"
    }
}
