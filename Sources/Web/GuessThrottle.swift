import Attendance
import Store
import Synchronization

/// Keeps an unattended device from trying all codes: there are a million, and programs try thousands a second.
///
/// Each device may miss ``burst`` times, and once more for every second that passes.
final class GuessThrottle: Sendable {
    private struct Credit {
        var misses = 0.0
        var time: Int64

        /// The misses that are not yet made good.
        func misses(at now: Int64) -> Double {
            max(0, misses - Double(now - time) / 1_000)
        }
    }

    private let credits = Mutex<[ID<Station>?: Credit]>([:])

    static let burst = 60.0

    /// Throws 429 when the device has missed too often; times are boot milliseconds.
    func check(_ station: ID<Station>?, at now: Int64) throws(Problem) {
        let misses = credits.withLock { $0[station]?.misses(at: now) ?? 0 }
        guard misses < GuessThrottle.burst else { throw .slowDown(afterSeconds: 1) }
    }

    /// Counts a code that nobody has.
    func miss(_ station: ID<Station>?, at now: Int64) {
        credits.withLock { $0[station] = Credit(misses: ($0[station]?.misses(at: now) ?? 0) + 1, time: now) }
    }
}
