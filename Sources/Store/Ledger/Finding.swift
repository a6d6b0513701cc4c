/// Something that is wrong with the ledger.
package struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// The entry it concerns.
    package let seq: Int64
    package let kind: Kind

    package enum Kind: Hashable, Sendable {
        /// The entry is not what was hashed.
        case changed
        /// The entry was appended as another one.
        case reordered(from: Int64)
        /// There are no entries from this seq on, up to another one.
        case missing(through: Int64)
        /// The ledger ends before this seq, where somebody saw a head.
        case truncated
        /// A head that somebody saw here is not the entry's.
        case replaced
        /// The reason beside the entry is not the one that was hashed.
        case noteChanged
    }

    /// In English, for the command line.
    package var description: String {
        switch kind {
        case .changed: "entry \(seq) was changed"
        case .reordered(let from): "entry \(seq) was appended as entry \(from)"
        case .missing(seq): "entry \(seq) is missing"
        case .missing(let last): "entries \(seq) to \(last) are missing"
        case .truncated: "the ledger ends before entry \(seq)"
        case .replaced: "entry \(seq) is not the one that was sealed or backed up"
        case .noteChanged: "the reason of entry \(seq) was changed"
        }
    }
}
