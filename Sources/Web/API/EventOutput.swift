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
    /// Whether a person counts once a day, in whichever session.
    let oncePerDay: Bool
    let sessions: [SessionOutput]

    /// `counts` reads a session's counts; nil leaves them out.
    init(_ event: Event, counts: ((ID<Session>) throws -> AttendanceCounts)? = nil) rethrows {
        let definition = event.definition
        (id, number, name, kind) = (event.id.description, event.number, definition.name, definition.kind.rawValue)
        (programme, organiser) = (definition.programme, definition.organiser?.name)
        (venue, commune) = (definition.venue, definition.commune)
        oncePerDay = definition.isOncePerDay
        sessions = try event.sessions.map { session in
            SessionOutput(
                session, offsetMinutes: definition.utcOffsetMinutes, counts: try counts.map { try $0(session.id) })
        }
    }

    enum CodingKeys: String, CodingKey {
        case id, number, name, kind, programme, organiser, venue, commune, sessions
        case oncePerDay = "once_per_day"
    }
}
