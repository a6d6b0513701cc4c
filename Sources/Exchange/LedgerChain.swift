internal import Crypto

/// Follows a chain of entries from hash to hash.
///
/// A line that cannot be used does not end the chain, which the signature on the file vouches for: the hash that such a
/// line states stands for it, and where it states none, the next line is believed and the chain goes on from there.
package struct LedgerChain: Sendable {
    /// The hash before the first entry of a ledger.
    package static let noHash = String(repeating: "0", count: 64)

    /// The seq that comes next; a later one may come behind a line that does not say its own.
    private var next: Int64
    private var isNextKnown = true
    /// The hash of the last entry; nil behind a line that does not say it.
    private var hash: String?

    /// A chain of which everything before `range` is known.
    package init(before range: LedgerRange) {
        (next, hash) = (range.first, range.previousHash)
    }

    /// Takes the next line; false for an entry whose hash does not follow from what it says, and which is not taken.
    ///
    /// - Throws: `ExchangeError.brokenChain` for a line that has not the next seq.
    package mutating func take(_ item: LedgerItem) throws(ExchangeError) -> Bool {
        switch item {
        case .entry(let line):
            try expect(line.seq)
            guard hash.map({ line.hash == line.hash(after: $0) }) ?? line.isHashed else { return false }
            advance(past: line.seq, hash: line.hash)
        case .others(let others):
            try expect(others.first)
            guard others.last >= others.first, others.last < Int64.max, Hex.decode(others.hash)?.count == 32 else {
                throw .brokenChain(seq: others.first)
            }
            advance(past: others.last, hash: others.hash)
        }
        return true
    }

    /// Takes the next line, one that cannot be used.
    mutating func skip(_ line: UnusableLine) throws(ExchangeError) {
        if let seq = line.seq { try expect(seq) }
        advance(past: line.last ?? line.seq ?? next, hash: line.hash)
        isNextKnown = line.seq != nil
    }

    /// Whether the chain ends as `range` says.
    func ends(with range: LedgerRange) -> Bool {
        let isLast = isNextKnown ? next == range.last + 1 : next <= range.last + 1
        return isLast && (hash == nil || hash == range.lastHash)
    }

    private func expect(_ seq: Int64) throws(ExchangeError) {
        guard seq < Int64.max, isNextKnown ? seq == next : seq >= next else { throw .brokenChain(seq: seq) }
    }

    private mutating func advance(past seq: Int64, hash: String?) {
        (next, isNextKnown, self.hash) = (seq + 1, true, hash)
    }
}

extension LedgerLine {
    /// Whether the columns and the hash are bytes that a hash can be made of and be.
    fileprivate var isHashed: Bool { Hex.decode(hash)?.count == 32 && hash(after: LedgerChain.noHash) != nil }
}
