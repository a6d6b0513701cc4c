import Attendance
import Store

/// What an unattended screen needs: the open sessions, or the next one, and whether the clock is to be trusted.
struct KioskOutput: Encodable {
    let clock: ClockOutput
    let sessions: [OpenSession]
    /// Sessions that should be open and are not: who scans for one of them is early.
    let due: [OpenSession]
    let next: Planned?

    init(store: Store, now: ClockReading) throws {
        clock = try ClockOutput(store: store, now: now)
        let all = try store.events().flatMap { event in event.sessions.map { (event, $0) } }
        let late = try DueSessions(store, now: now)
        let shown = try all.filter { $0.1.state == .open || late.contains($0.1) }
            .sorted { $0.1.startsAt < $1.1.startsAt }
            .map { (isOpen: $0.1.state == .open, OpenSession($0.1, of: $0.0, counts: try store.counts($0.1.id))) }
        (sessions, due) = (shown.filter(\.isOpen).map(\.1), shown.filter { !$0.isOpen }.map(\.1))
        let coming = late.next(of: all.map(\.1).filter { $0.state == .planned })
        next = all.first { $0.1.id == coming?.id }.map { Planned(session: $0.1, event: $0.0) }
    }

    /// A session in which people can check in now.
    struct OpenSession: Encodable {
        let id: String
        let title: String
        let startsAt: String
        let endsAt: String
        let event: EventName
        let counts: AttendanceCounts

        init(_ session: Session, of event: Event, counts: AttendanceCounts) {
            (id, title, self.counts) = (session.id.description, session.definition.title, counts)
            startsAt = session.startsAt.rfc3339(offsetMinutes: event.definition.utcOffsetMinutes)
            endsAt = session.definition.endsAt.rfc3339(offsetMinutes: event.definition.utcOffsetMinutes)
            self.event = EventName(event)
        }

        enum CodingKeys: String, CodingKey {
            case id, title, event, counts
            case startsAt = "starts_at"
            case endsAt = "ends_at"
        }
    }

    /// The session to come.
    struct Planned: Encodable {
        let title: String
        let startsAt: String
        let event: EventName

        init(session: Session, event: Event) {
            title = session.definition.title
            startsAt = session.startsAt.rfc3339(offsetMinutes: event.definition.utcOffsetMinutes)
            self.event = EventName(event)
        }

        enum CodingKeys: String, CodingKey {
            case title, event
            case startsAt = "starts_at"
        }
    }

    /// The event that a session belongs to.
    struct EventName: Encodable {
        let id: String
        let name: String
        let number: Int

        init(_ event: Event) {
            (id, name, number) = (event.id.description, event.definition.name, event.number)
        }
    }
}
