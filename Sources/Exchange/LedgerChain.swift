internal import Crypto

/// Follows a chain of entries from hash to hash.
package struct LedgerChain: Sendable {
    /// The hash before the first entry of a ledger.
    package static let noHash = String(repeating: "0", count: 64)

    /// The seq that comes next.
    package private(set) var next: Int64
    /// The hash of the last entry, 64 hexadecimal digits.
    package private(set) var hash: String

    /// A chain of which everything before `range` is known.
    package init(before range: LedgerRange) {
        (next, hash) = (range.first, range.previousHash)
    }

    /// Takes the next line.
    ///
    /// - Throws: `ExchangeError.brokenChain` for a line that does not follow.
    package mutating func take(_ item: LedgerItem) throws(ExchangeError) {
        switch item {
        case .entry(let line):
            guard line.seq == next, line.hash == line.hash(after: hash) else { throw .brokenChain(seq: line.seq) }
            (next, hash) = (line.seq + 1, line.hash)
        case .others(let others):
            guard others.first == next, others.last >= others.first, others.last < Int64.max,
                Hex.decode(others.hash)?.count == 32
            else { throw .brokenChain(seq: others.first) }
            (next, hash) = (others.last + 1, others.hash)
        }
    }
}
