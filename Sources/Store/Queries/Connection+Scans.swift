internal import Attendance

extension Connection {
    private static let scanSelection = """
        SELECT ledger.id, ledger.seq, ledger.session, ledger.enrolment, e.participant, p.name, e.code, e.event,
            session.event, ledger.digits, ledger.direction, ledger.outcome, ledger.about, ledger.flags,
            EXISTS (SELECT 1 FROM ledger AS a WHERE a.about = ledger.seq AND a.kind = 'annul'),
            ledger.method, ledger.gate, station.name, staff.name, \(ScanTimes.columnNames)
        FROM ledger JOIN session ON session.id = ledger.session
            LEFT JOIN enrolment AS e ON e.id = ledger.enrolment
            LEFT JOIN participant AS p ON p.id = e.participant
            LEFT JOIN station ON station.id = ledger.station LEFT JOIN staff ON staff.id = ledger.staff
        WHERE ledger.kind = 'redeem'
        """

    /// A session's scans after an entry, in the order in which the box learnt of them.
    func scans(of session: ID<Session>, after seq: Int64, limit: Int) throws -> [Register.ScanLine] {
        try scans(" AND ledger.seq > ? AND ledger.session = ? ORDER BY ledger.seq LIMIT ?", seq, session, limit)
    }

    /// An event's scans, in the order in which the box learnt of them.
    func scans(of event: ID<Event>) throws -> [Register.ScanLine] {
        try scans(" AND session.event = ? ORDER BY ledger.seq", event)
    }

    /// A device's newest scans, the last one first. Reads the whole ledger: devices are rarely looked into.
    func scans(of station: ID<Station>, limit: Int) throws -> [Register.ScanLine] {
        try scans(" AND ledger.station = ? ORDER BY ledger.seq DESC LIMIT ?", station, limit)
    }

    private func scans<each Value: SQLValue>(
        _ condition: String, _ values: repeat each Value
    ) throws -> [Register.ScanLine] {
        let timeline = try Timeline(self)
        let lines = try all(Self.scanSelection + condition, repeat each values) { try ScanRow($0, timeline) }
        return try lines.map { scan in
            var line = scan.line
            if let first = scan.first, case .refused(let refusal, _) = line.outcome {
                line.outcome = .refused(refusal, first: try passage(seq: first, timeline))
            }
            return line
        }
    }
}

/// A scan and the seq of the entry it repeats.
private struct ScanRow {
    var line: Register.ScanLine
    let first: Int64?

    init(_ row: ResultRow, _ timeline: Timeline) throws {
        first = try row[12]
        let times = try ScanTimes(row, from: 19, timeline)
        line = Register.ScanLine(
            id: try row[0], seq: try row[1], session: try row[2], direction: try row[10],
            outcome: try Outcome(name: try row[11], first: nil), occurredAt: times.at(timeline),
            receivedAt: times.receivedAt(timeline))
        line.isForced = LedgerEntry.Flags(rawValue: try row[13] ?? 0).contains(.forced)
        line.isAnnulled = try row[14]
        (line.method, line.gate) = (try row[15], try row[16])
        (line.station, line.operatorName) = (try row[17], try row[18])
        try describePerson(row)
    }

    /// Who belongs to another event is not named here; the presented code stands for itself.
    private mutating func describePerson(_ row: ResultRow) throws {
        let isOwn = (try row[7] as ID<Event>?) == (try row[8] as ID<Event>?)
        if isOwn { (line.participant, line.name, line.code) = (try row[4], try row[5], try row[6]) }
        if let digits: String = try row[9] { line.code = Code(digits) ?? Badge(digits)?.code ?? line.code }
    }
}
