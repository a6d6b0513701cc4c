/// Everything that the ledgers of all boxes of an event say of one person in one session.
package struct PlaceHistory: Hashable, Sendable {
    /// In the order in which they were added.
    package private(set) var acts: [Act] = []

    package init() {}

    /// An entry that can change somebody's attendance.
    package struct Act: Hashable, Sendable {
        package let id: ID<Scan>
        /// The ledger it was first written into, and its seq there.
        package let box: String
        package let seq: Int64
        package let times: ScanTimes
        package let kind: Kind

        package init(id: ID<Scan>, box: String, seq: Int64, times: ScanTimes, kind: Kind) {
            (self.id, self.box, self.seq, self.times, self.kind) = (id, box, seq, times, kind)
        }
    }

    /// What an entry does.
    package enum Kind: Hashable, Sendable {
        /// An accepted scan.
        case scan(Direction, gate: String?, method: String?)
        case mark(AttendanceRecord.Status)
        /// Takes back the scan with this id.
        case annul(ID<Scan>)
    }

    /// Adds an entry; one that is here already changes nothing.
    package mutating func add(_ act: Act) {
        if !acts.contains(where: { $0.id == act.id }) { acts.append(act) }
    }

    /// What the entries come to; `time` says what is known of the true time of a reading.
    ///
    /// The seqs of the result count the entries of all ledgers in their common order.
    package func presence(_ time: (ClockReading) -> Timestamp) -> (passages: [Passage], mark: AttendanceRecord.Mark?) {
        var (passages, mark): ([Passage], AttendanceRecord.Mark?) = ([], nil)
        for (seq, act) in ordered(time).enumerated() {
            switch act.kind {
            case .scan(let direction, let gate, _):
                let at = act.times.at(receivedAt: time(act.times.received))
                passages.append(Passage(scan: act.id, direction: direction, at: at, gate: gate, seq: Int64(seq)))
            case .mark(let status): mark = AttendanceRecord.Mark(status: status, seq: Int64(seq))
            case .annul: continue
            }
        }
        let annulled = annulled
        return (passages.filter { !annulled.contains($0.scan) }, mark)
    }

    /// What the entries come to in a session; nil where there is nothing to tell.
    package func record(_ session: SessionDefinition, _ time: (ClockReading) -> Timestamp) -> AttendanceRecord? {
        let (passages, mark) = presence(time)
        if passages.isEmpty && mark == nil { return nil }
        return AttendanceRecord(passages: passages, mark: mark, session: session)
    }

    /// The scan that is the first entry; nil for who never came in.
    package func firstEntry(_ time: (ClockReading) -> Timestamp) -> Kind? {
        let scan = presence(time).passages.firstEntry?.scan
        return acts.first { $0.id == scan }?.kind
    }

    /// The entries in the order that all boxes agree on.
    package func ordered(_ time: (ClockReading) -> Timestamp) -> [Act] {
        if acts.count < 2 { return acts }
        let positions = acts.map {
            LedgerPosition(box: $0.box, seq: $0.seq, receivedAt: time($0.times.received))
        }
        return positions.inCommonOrder.map { acts[$0] }
    }

    private var annulled: Set<ID<Scan>> {
        Set(
            acts.compactMap { act in
                if case .annul(let scan) = act.kind { scan } else { nil }
            })
    }
}
