internal import Attendance

/// A copy of the database that was checked.
package struct Backup: Hashable, Sendable {
    package let path: String
    /// Whose it is, as ``BoxKeys/tag`` says.
    let owner: String
    /// The end of its ledger.
    package let head: LedgerHead

    init(path: String, owner: String, head: LedgerHead) {
        (self.path, self.owner, self.head) = (path, owner, head)
    }

    /// The file's name: it says whose it is and where the ledger ended, so that names prove what was there.
    static func name(_ head: LedgerHead, of owner: String) -> String {
        "diemdanh-\(owner)-\(padded(head.entries, to: 12))-\(head.hash).sqlite"
    }
}
