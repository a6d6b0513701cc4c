import Attendance
import Synchronization

/// A clock that stands still until it is told to go on.
final class TestClock: Sendable {
    private let reading: Mutex<ClockReading>

    init(wall: Timestamp = Timestamp(milliseconds: 1_723_680_000_000)) {
        reading = Mutex(ClockReading(boot: "boot-1", bootMilliseconds: 1_000_000, wall: wall))
    }

    var now: ClockReading { reading.withLock { $0 } }

    /// Lets both clocks go on.
    func advance(seconds: Int64) {
        change { ($0.boot, $0.bootMilliseconds + seconds * 1_000, $0.wall.adding(milliseconds: seconds * 1_000)) }
    }

    /// Sets the wall clock, as somebody does who corrects it.
    func setWall(_ wall: Timestamp) {
        change { ($0.boot, $0.bootMilliseconds, wall) }
    }

    /// Starts the machine again; the wall clock comes up as it likes.
    func restart(boot: String, wall: Timestamp) {
        change { _ in (boot, 5_000, wall) }
    }

    private func change(_ next: (ClockReading) -> (String, Int64, Timestamp)) {
        reading.withLock {
            let (boot, milliseconds, wall) = next($0)
            $0 = ClockReading(boot: boot, bootMilliseconds: milliseconds, wall: wall)
        }
    }
}
