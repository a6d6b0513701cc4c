/// The part of a box's ledger that a bundle covers, and how it hangs on what came before.
package struct LedgerRange: Codable, Hashable, Sendable {
    /// The first seq, counted from 1.
    package var first: Int64
    /// The last seq; `first - 1` where nothing happened.
    package var last: Int64
    /// The hash of the entry before the first one, 64 hexadecimal digits; zeros at the ledger's beginning.
    package var previousHash: String
    /// The hash of the last one.
    package var lastHash: String

    package init(first: Int64, last: Int64, previousHash: String, lastHash: String) {
        (self.first, self.last) = (first, last)
        (self.previousHash, self.lastHash) = (previousHash, lastHash)
    }

    /// Whether the seqs can be those of a ledger.
    var isRange: Bool { first > 0 && last >= first - 1 && last < Int64.max }
}
