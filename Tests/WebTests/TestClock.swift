import Attendance
import Synchronization

/// A clock that stands still until it is told to go on.
final class TestClock: Sendable {
    private let seconds = Mutex<Int64>(0)

    var now: ClockReading {
        let gone = seconds.withLock { $0 } * 1_000
        return ClockReading(
            boot: "boot", bootMilliseconds: 1_000_000 + gone, wall: Timestamp(milliseconds: 1_723_680_000_000 + gone))
    }

    func advance(minutes: Int64) {
        advance(seconds: minutes * 60)
    }

    func advance(seconds: Int64) {
        self.seconds.withLock { $0 += seconds }
    }
}
