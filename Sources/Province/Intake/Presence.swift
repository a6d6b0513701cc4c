internal import Attendance
internal import FoundationEssentials

/// Everything that the ledgers of all boxes tell of one person in one session.
///
/// What it comes to does not depend on the order in which the ledgers arrived here.
struct Presence {
    private var entries: [Told] = []

    /// An accepted scan, a mark or an annulment.
    struct Told {
        let id: UUID
        let kind: String
        /// The entry that an annulment takes back.
        let about: UUID?
        /// The same nonce at two boxes is one scan.
        let nonce: [UInt8]?
        let direction: Direction?
        let status: AttendanceRecord.Status?
        let at: Timestamp
        /// The box that wrote it, and its place in that box's ledger.
        let ledger: String
        let seq: Int64
        /// When that box wrote it, as far as is known.
        let received: Timestamp
    }

    mutating func take(_ entry: Told) { entries.append(entry) }

    /// What it comes to.
    func record(_ session: SessionDefinition) -> AttendanceRecord {
        let ordered = inOrder
        var passages: [Passage] = []
        var mark: AttendanceRecord.Mark?
        for (rank, entry) in ordered.enumerated() {
            if let status = entry.status { mark = AttendanceRecord.Mark(status: status, seq: Int64(rank)) }
            guard let direction = entry.direction, !isAnnulled(entry), isFirst(entry) else { continue }
            passages.append(
                Passage(scan: ID(entry.id), direction: direction, at: entry.at, seq: Int64(rank)))
        }
        return AttendanceRecord(passages: passages, mark: mark, session: session)
    }

    /// Annulled by whatever box, itself or its copy at another one.
    private func isAnnulled(_ scan: Told) -> Bool {
        let ids = Set(entries.filter { $0.id == scan.id || ($0.nonce != nil && $0.nonce == scan.nonce) }.map(\.id))
        return entries.contains { $0.kind == "annul" && $0.about.map(ids.contains) == true }
    }

    /// Of the copies of one scan the earliest counts.
    private func isFirst(_ scan: Told) -> Bool {
        !entries.contains {
            $0.nonce != nil && $0.nonce == scan.nonce && ($0.at, $0.id.uuidString) < (scan.at, scan.id.uuidString)
        }
    }

    /// In the order that all boxes agree on.
    private var inOrder: [Told] {
        entries.map { LedgerPosition(box: $0.ledger, seq: $0.seq, receivedAt: $0.received) }
            .inCommonOrder.map { entries[$0] }
    }
}
