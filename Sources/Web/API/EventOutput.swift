import Attendance

/// An event, as the API answers it: sessions in order of their start.
struct EventOutput: Encodable {
    let id: String
    let number: Int
    let name: String
    let kind: String
    let programme: String?
    let organiser: String?
    let venue: String?
    let commune: String?
    let sessions: [SessionOutput]

    /// - Parameter counts: reads a session's counts; nil leaves them out.
    init(_ event: Event, counts: ((ID<Session>) throws -> AttendanceCounts)? = nil) rethrows {
        let definition = event.definition
        (id, number, name, kind) = (event.id.description, event.number, definition.name, definition.kind.rawValue)
        (programme, organiser) = (definition.programme, definition.organiser?.name)
        (venue, commune) = (definition.venue, definition.commune)
        sessions = try event.sessions.map { session in
            SessionOutput(
                session, offsetMinutes: definition.utcOffsetMinutes, counts: try counts.map { try $0(session.id) })
        }
    }
}

struct SessionOutput: Encodable {
    let id: String
    let key: String?
    let title: String
    let startsAt: String
    let endsAt: String
    let lateAfterMinutes: Int
    let opensBeforeMinutes: Int?
    let earlyLeaveMinutes: Int
    /// `planned`, `open` or `closed`.
    let state: String
    let closedAt: String?
    let counts: AttendanceCounts?

    init(_ session: Session, offsetMinutes: Int = VietnamTime.offsetMinutes, counts: AttendanceCounts? = nil) {
        let definition = session.definition
        (id, key, title) = (session.id.description, definition.key, definition.title)
        startsAt = definition.startsAt.rfc3339(offsetMinutes: offsetMinutes)
        endsAt = definition.endsAt.rfc3339(offsetMinutes: offsetMinutes)
        lateAfterMinutes = definition.lateAfterMinutes
        opensBeforeMinutes = definition.opensBeforeMinutes
        earlyLeaveMinutes = definition.earlyLeaveMinutes
        state = session.state.name
        closedAt = if case .closed(let end) = session.state { end.rfc3339(offsetMinutes: offsetMinutes) } else { nil }
        self.counts = counts
    }

    enum CodingKeys: String, CodingKey {
        case id, key, title, state, counts
        case closedAt = "closed_at"
        case startsAt = "starts_at"
        case endsAt = "ends_at"
        case lateAfterMinutes = "late_after_minutes"
        case opensBeforeMinutes = "opens_before_minutes"
        case earlyLeaveMinutes = "early_leave_minutes"
    }
}
