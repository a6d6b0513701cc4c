package import Attendance

/// An entry of a desk's queue that needs the organiser's eye, as lists show it.
package struct QueueConflict: Sendable {
    /// The ledger entry that it is about: the scan, or the note that there is none.
    package let entry: ID<Scan>
    package let reason: String
    package let session: ID<Session>?
    package let sessionTitle: String?
    package let participant: ID<Participant>?
    package let name: String?
    package let code: Code?
    package let direction: Direction?
    package let station: String?
    package let operatorName: String?
    package let occurredAt: Timestamp
    package let receivedAt: Timestamp

    static let selection = """
        SELECT ledger.id, c.reason, ledger.session, session.title, p.id, p.name, e.code, ledger.direction, station.name,
            staff.name, \(ScanTimes.columnNames)
        FROM queue_conflict AS c JOIN ledger ON ledger.seq = c.seq
            LEFT JOIN session ON session.id = ledger.session
            LEFT JOIN enrolment AS e ON e.id = ledger.enrolment
            LEFT JOIN participant AS p ON p.id = e.participant
            LEFT JOIN station ON station.id = ledger.station LEFT JOIN staff ON staff.id = ledger.staff
        """

    init(_ row: ResultRow, _ timeline: Timeline) throws {
        (entry, reason, session, sessionTitle) = (try row[0], try row[1], try row[2], try row[3])
        (participant, name, code, direction) = (try row[4], try row[5], try row[6], try row[7])
        (station, operatorName) = (try row[8], try row[9])
        let times = try ScanTimes(row, from: 10, timeline)
        (occurredAt, receivedAt) = (times.at(timeline), times.receivedAt(timeline))
    }
}
