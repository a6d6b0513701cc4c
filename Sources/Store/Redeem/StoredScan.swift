internal import Attendance
internal import FoundationEssentials

/// A scan as the ledger has it.
struct StoredScan {
    let id: ID<Scan>
    let seq: Int64
    let session: ID<Session>
    let enrolment: ID<Enrolment>?
    let subject: UUID?
    /// The seq of the entry that this one repeats.
    let first: Int64?
    let outcome: String
    let direction: Direction
    let presented: String
    let digits: String?
    let length: Int64?
    let isForced: Bool
    let gate: String?
    /// Where a refused person was sent: ``Signpost/id``.
    let door: String?
    let times: ScanTimes

    private static let selection = """
        SELECT id, seq, session, enrolment, subject, about, outcome, direction, presented, digits, length, flags, gate,
            detail, \(ScanTimes.columnNames)
        FROM ledger
        """

    /// What finds a scan by its nonce and by its id.
    fileprivate static let byNonce = selection + " WHERE nonce = ? AND kind = 'redeem'"
    fileprivate static let byID = selection + " WHERE id = ? AND kind = 'redeem'"
    fileprivate static let bySeq = selection + " WHERE seq = ? AND kind = 'redeem'"

    fileprivate init(_ row: ResultRow, _ timeline: Timeline) throws {
        (id, seq, session, enrolment) = (try row[0], try row[1], try row[2], try row[3])
        (subject, first, outcome, direction) = (try row[4], try row[5], try row[6], try row[7])
        (presented, digits, length) = (try row[8], try row[9], try row[10])
        isForced = LedgerEntry.Flags(rawValue: try row[11] ?? 0).contains(.forced)
        (gate, door) = (try row[12], ScanDetail(try row[13]).door)
        times = try ScanTimes(row, from: 14, timeline)
    }

    /// The scan as a passage at the time that counts.
    func passage(_ timeline: Timeline) -> Passage {
        Passage(scan: id, direction: direction, at: times.at(timeline), gate: gate, seq: seq)
    }
}

extension Connection {
    /// The scan with this nonce.
    func scan(nonce: [UInt8], _ timeline: Timeline) throws -> StoredScan? {
        try first(StoredScan.byNonce, nonce) { try StoredScan($0, timeline) }
    }

    /// The scan with this id.
    func scan(_ id: ID<Scan>, _ timeline: Timeline) throws -> StoredScan? {
        try first(StoredScan.byID, id) { try StoredScan($0, timeline) }
    }

    /// The scan with this seq as a passage, annulled or not.
    func passage(seq: Int64, _ timeline: Timeline) throws -> Passage? {
        try first(StoredScan.bySeq, seq) { try StoredScan($0, timeline).passage(timeline) }
    }
}
