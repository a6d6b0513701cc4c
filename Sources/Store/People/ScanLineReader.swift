internal import Attendance
internal import FoundationEssentials

/// Finds out which scan a line means.
struct ScanLineReader {
    private let event: Event
    private let sessions: [String: Session]
    private let people: [RosterRow: ID<Participant>]

    /// Why a line is no scan.
    enum Failure: String, Error {
        case unknownSession = "unknown_session"
        case unknownRow = "unknown_row"
        case unusableTime = "unusable_time"
    }

    /// `people`: who has which row of the roster.
    init(_ event: Event, _ people: [RosterRow: ID<Participant>]) {
        (self.event, self.people) = (event, people)
        let keyed = event.sessions.compactMap { session in session.definition.key.map { ($0, session) } }
        sessions = Dictionary(keyed) { first, _ in first }
    }

    /// The scan of a line.
    func redeem(_ line: ScanLine, actor: Actor) -> Result<Redeem, Failure> {
        guard let session = sessions[line.session] else { return .failure(.unknownSession) }
        guard let person = people[RosterRow(sheet: line.sheet, row: line.row)] else { return .failure(.unknownRow) }
        let offset = event.definition.utcOffsetMinutes
        guard let time = Timestamp(localTime: line.localTime, offsetMinutes: offset) else {
            return .failure(.unusableTime)
        }
        var redeem = Redeem(
            session: session.id, presented: .participant(person), nonce: nonce(line).uuidString,
            direction: line.direction, occurredAt: time, gate: line.kiosk, method: line.method ?? "import",
            actor: actor)
        redeem.isImported = true
        return .success(redeem)
    }

    /// The same line of the same event has the same nonce, whenever and however often it comes.
    private func nonce(_ line: ScanLine) -> UUID {
        let parts = [
            line.session, line.sheet, String(line.row), line.localTime, line.direction.rawValue, String(line.seq),
        ]
        return UUID(name: parts.joined(separator: "\n"), in: event.id.uuid)
    }
}
