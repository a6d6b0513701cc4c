package import Attendance

/// A line of `ledger.jsonl` that cannot be used although its box has signed it: a newer or a faulty box wrote it.
///
/// Whatever can still be read of it is here. The other lines of the bundle are as good as they would be without it.
package struct UnusableLine: Hashable, Sendable {
    /// Its place in the part, counted from 1.
    package var line: Int
    package var reason: Reason
    package var seq: Int64?
    package var id: ID<Scan>?
    package var kind: String?
    /// The last seq of a run of other events' entries.
    var last: Int64?
    /// The hash that it ends with, 64 hexadecimal digits.
    var hash: String?

    /// Why it cannot be used.
    package enum Reason: String, Sendable, CaseIterable {
        /// It is no JSON, or not of a shape that is known here.
        case unreadable
        /// Its hash does not follow from its content and the entry before it.
        case brokenChain = "broken_chain"
    }

    /// Whether the line may have been a scan, so that its box waits for an answer: it is one, or does not say.
    package var mayBeScan: Bool { kind.map { $0 == "redeem" } ?? (last == nil) }
}
