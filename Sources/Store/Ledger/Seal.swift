package import Attendance

/// The closing hash of a session (niêm): it stands for every entry of the ledger up to it.
package struct Seal: Hashable, Sendable {
    package let session: ID<Session>
    /// 1 at the first closing; entries that come later make the next one.
    package let number: Int
    package let seq: Int64
    /// The hash of the sealing entry, 64 hexadecimal digits.
    package let hash: String
}
