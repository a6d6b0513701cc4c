import Attendance
import Store

/// What time the box believes it is.
struct ClockOutput: Encodable {
    let now: String
    /// `confirmed` when the true time of this boot was learnt, otherwise `untrusted`.
    let state: String

    init(store: Store, now: ClockReading) throws {
        self.now = try store.time(now).rfc3339()
        state = try store.isTimeConfirmed(now) ? "confirmed" : "untrusted"
    }
}
