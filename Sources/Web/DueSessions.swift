import Attendance
import Store

/// Which sessions should be open and are not.
struct DueSessions {
    private let time: Timestamp
    /// While the true time is not known: the session that most likely takes place.
    private let likely: ID<Session>?

    init(_ store: Store, now: ClockReading) throws {
        time = try store.time(now)
        let isKnown = try store.isTimeConfirmed(now)
        likely = isKnown ? nil : try store.events().likelySession(known: try store.newestTime())?.id
    }

    /// The session to come next of those that are planned; nil where none is.
    func next(of planned: [Session]) -> Session? {
        planned.first { $0.id == likely }
            ?? planned.filter { $0.definition.endsAt > time }.min { $0.startsAt < $1.startsAt }
    }

    /// Whether it is one of them.
    func contains(_ session: Session) -> Bool {
        session.id == likely || session.isDue(at: time)
    }
}
