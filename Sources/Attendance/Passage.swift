/// An accepted scan of one person in one session, at the time that counts.
package struct Passage: Hashable, Sendable {
    package let scan: ID<Scan>
    package let direction: Direction
    package let at: Timestamp
    package let gate: String?
    /// The order in which this box learnt of it.
    package let seq: Int64
    /// Its place among what all boxes have recorded; where one box has recorded everything, its seq.
    package let order: Int64

    package init(
        scan: ID<Scan>, direction: Direction, at: Timestamp, gate: String? = nil, seq: Int64, order: Int64? = nil
    ) {
        (self.scan, self.direction, self.at, self.gate, self.seq) = (scan, direction, at, gate, seq)
        self.order = order ?? seq
    }

    /// The same at another place among all boxes' entries.
    package func ordered(_ order: Int64?) -> Passage {
        Passage(scan: scan, direction: direction, at: at, gate: gate, seq: seq, order: order)
    }
}

extension Sequence<Passage> {
    /// In order of their time; of two at the same time the one learnt of first comes first.
    package var inOrder: [Passage] { sorted { ($0.at, $0.order) < ($1.at, $1.order) } }

    /// Whether the person was inside at `time`, as far as these passages tell.
    package func isInside(at time: Timestamp) -> Bool {
        inOrder.last { $0.at <= time }?.direction == .entry
    }

    /// Whether the last passage is an entry.
    package var isInside: Bool { inOrder.last?.direction == .entry }

    /// The earliest entry.
    package var firstEntry: Passage? { inOrder.first { $0.direction == .entry } }
}
