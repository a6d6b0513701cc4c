/// Where an entry stands in the ledger it was first written into, and when that box learnt of it.
package struct LedgerPosition: Hashable, Sendable {
    package let box: String
    package let seq: Int64
    package let receivedAt: Timestamp

    package init(box: String, seq: Int64, receivedAt: Timestamp) {
        (self.box, self.seq, self.receivedAt) = (box, seq, receivedAt)
    }
}

extension Collection<LedgerPosition> {
    /// The entries of several ledgers in one order, as places in this collection: the same whatever order they come in.
    ///
    /// Each ledger's own order stays, since a clock may have been set back in it; between ledgers the entry that was
    /// learnt of earlier comes first.
    package var inCommonOrder: [Int] {
        var ledgers = Dictionary(grouping: enumerated(), by: \.element.box).mapValues { entries in
            Array(entries.sorted { $0.element.seq > $1.element.seq })
        }
        var order: [Int] = []
        while true {
            let heads = ledgers.values.compactMap(\.last)
            let next = heads.min { ($0.element.receivedAt, $0.element.box) < ($1.element.receivedAt, $1.element.box) }
            guard let next else { return order }
            order.append(next.offset)
            ledgers[next.element.box]?.removeLast()
        }
    }
}
