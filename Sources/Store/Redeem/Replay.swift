internal import Attendance

/// Everybody's presence as the ledger tells it from its first entry to its last.
struct Replay {
    private var found: [Place: Presence] = [:]

    init(_ connection: Connection, _ timeline: Timeline) throws {
        try connection.forEach(
            """
            SELECT kind, seq, session, enrolment, about, status, id, direction, gate, \(ScanTimes.columnNames)
            FROM ledger WHERE kind IN ('annul', 'mark') OR (kind = 'redeem' AND outcome = 'accepted') ORDER BY seq
            """
        ) { try take($0, timeline) }
    }

    /// Who has something to tell, in the order of the tables.
    var presences: [Presence] {
        found.values.filter { !$0.isEmpty }
            .sorted {
                ($0.session.description, $0.enrolment.description) < ($1.session.description, $1.enrolment.description)
            }
    }

    private mutating func take(_ row: ResultRow, _ timeline: Timeline) throws {
        let place = Place(session: try row[2], enrolment: try row[3])
        var presence = found[place] ?? Presence(session: place.session, enrolment: place.enrolment)
        let kind: String = try row[0]
        switch kind {
        case "annul":
            let about: Int64 = try row[4]
            presence.passages.removeAll { $0.seq == about }
        case "mark": presence.mark = AttendanceRecord.Mark(status: try row[5], seq: try row[1])
        default: presence.passages.append(try passage(row, timeline))
        }
        found[place] = presence
    }

    private func passage(_ row: ResultRow, _ timeline: Timeline) throws -> Passage {
        Passage(
            scan: try row[6], direction: try row[7], at: try ScanTimes(row, from: 9, timeline).at(timeline),
            gate: try row[8], seq: try row[1])
    }
}
