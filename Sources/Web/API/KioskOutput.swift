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
            .map { try OpenSession($0.1, of: $0.0, store) }
        (sessions, due) = (shown.filter { $0.early == nil }, shown.filter { $0.early != nil })
        let coming = late.next(of: all.map(\.1).filter { $0.state == .planned })
        next = all.first { $0.1.id == coming?.id }.map { Planned(session: $0.1, event: $0.0) }
    }

    /// A session in which people can check in now, or should be able to.
    struct OpenSession: Encodable {
        let id: String
        let title: String
        let startsAt: String
        let endsAt: String
        let event: EventName
        let counts: AttendanceCounts
        /// How many wait because it is not open; missing where it is.
        let early: Int?

        init(_ session: Session, of event: Event, _ store: Store) throws {
            (id, title) = (session.id.description, session.definition.title)
            counts = try store.counts(session.id)
            early = session.state == .open ? nil : try store.earlyArrivals(session.id).count
            startsAt = session.startsAt.rfc3339(offsetMinutes: event.definition.utcOffsetMinutes)
            endsAt = session.definition.endsAt.rfc3339(offsetMinutes: event.definition.utcOffsetMinutes)
            self.event = EventName(event)
        }

        enum CodingKeys: String, CodingKey {
            case id, title, event, counts, early
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
