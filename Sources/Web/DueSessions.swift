import Attendance
import Store

/// Which sessions should be open and are not.
struct DueSessions {
    private let time: Timestamp
    /// While the true time is not known: the first session that was not opened yet.
    private let first: ID<Session>?

    init(_ store: Store, now: ClockReading) throws {
        time = try store.time(now)
        let isKnown = try store.isTimeConfirmed(now)
        let planned = isKnown ? [] : try store.events().flatMap(\.sessions).filter { $0.state == .planned }
        first = planned.min { $0.startsAt < $1.startsAt }?.id
    }

    /// Whether it is one of them.
    func contains(_ session: Session) -> Bool {
        session.id == first || session.isDue(at: time)
    }
}
