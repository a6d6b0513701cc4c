package import Attendance

/// Somebody who was turned away because the session was not open yet, and waits.
package struct EarlyArrival: Sendable {
    /// The refused scan.
    package let scan: ID<Scan>
    package let person: EnrolledPerson
    /// When the person came.
    package let at: Timestamp
    package let gate: String?
}

extension Store {
    /// Who came too early and was not let in since, in the order of their arrival.
    package func earlyArrivals(_ session: ID<Session>) throws(StoreError) -> [EarlyArrival] {
        try read { connection in
            guard try connection.session(session) != nil else { throw StoreError.notFound(.session) }
            return try connection.earlyArrivals(session)
        }
    }
}

extension Connection {
    /// Who came too early and was not let in since, in the order of their arrival.
    func earlyArrivals(_ session: ID<Session>) throws -> [EarlyArrival] {
        var waiting: [ID<Enrolment>: EarlyScan] = [:]
        for scan in try earlyScans(session, Timeline(self)) {
            // Who went away again does not wait any more; of several scans the first says when somebody came.
            waiting[scan.enrolment] = scan.direction == .exit ? nil : waiting[scan.enrolment] ?? scan
        }
        return try waiting.values.sorted { ($0.at, $0.seq) < ($1.at, $1.seq) }.compactMap { scan in
            guard try isUnsettled(scan, in: session), let person = try person(enrolment: scan.enrolment),
                person.enrolment.standing == .valid
            else { return nil }
            return EarlyArrival(scan: scan.id, person: person, at: scan.at, gate: scan.gate)
        }
    }

    private func earlyScans(_ session: ID<Session>, _ timeline: Timeline) throws -> [EarlyScan] {
        try all(
            """
            SELECT id, seq, enrolment, direction, gate, \(ScanTimes.columnNames) FROM ledger
            WHERE session = ? AND outcome = 'session_not_open' AND enrolment IS NOT NULL ORDER BY seq
            """, session
        ) { try EarlyScan($0, timeline) }
    }

    /// Whether nobody has decided about the person since: no entry, no mark, nothing taken back, and not this list.
    private func isUnsettled(_ scan: EarlyScan, in session: ID<Session>) throws -> Bool {
        if try presence(of: scan.enrolment, in: session).passages.firstEntry != nil { return false }
        let nonce = Nonce.bytes(AcceptEarly.nonce(scan.id, session))
        if try first("SELECT 1 FROM ledger WHERE nonce = ?", nonce, read: { _ in true }) != nil { return false }
        return try first(
            """
            SELECT 1 FROM ledger
            WHERE kind IN ('annul', 'mark') AND kind <> 'redeem' AND session = ? AND enrolment = ? AND seq > ?
            """, session, scan.enrolment, scan.seq
        ) { _ in true } == nil
    }
}

/// A scan that was refused as too early.
private struct EarlyScan {
    let id: ID<Scan>
    let seq: Int64
    let enrolment: ID<Enrolment>
    let direction: Direction
    let gate: String?
    let at: Timestamp

    init(_ row: ResultRow, _ timeline: Timeline) throws {
        (id, seq, enrolment, direction, gate) = (try row[0], try row[1], try row[2], try row[3], try row[4])
        at = try ScanTimes(row, from: 5, timeline).at(timeline)
    }
}
