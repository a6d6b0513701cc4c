/// One line of `ledger.jsonl`.
///
/// A box has one chain for all its events. Of other events' entries a bundle says only how many they are and the hash of
/// the last one: nothing of them leaves the box with this event, and the chain can still be followed across them.
package enum LedgerItem: Codable, Hashable, Sendable {
    /// An entry of the event, or of the box itself: a boot, a clock anchor, its making.
    case entry(LedgerLine)
    /// A run of entries that do not concern the event.
    case others(Others)

    /// The entries between two seqs, both of them included.
    package struct Others: Codable, Hashable, Sendable {
        package var first: Int64
        package var last: Int64
        /// The hash of the last one, 64 hexadecimal digits.
        package var hash: String

        package init(first: Int64, last: Int64, hash: String) {
            (self.first, self.last, self.hash) = (first, last, hash)
        }
    }

    /// The entry; nil for a run of others.
    package var entry: LedgerLine? {
        guard case .entry(let line) = self else { return nil }
        return line
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self = container.contains(.last) ? .others(try Others(from: decoder)) : .entry(try LedgerLine(from: decoder))
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .entry(let line): try line.encode(to: encoder)
        case .others(let others): try others.encode(to: encoder)
        }
    }

    /// What tells the two kinds of line apart.
    private enum Key: String, CodingKey {
        case last
    }
}
