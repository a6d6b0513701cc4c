import Attendance
import Store
import Synchronization

/// Keeps a device from doing too often what it may do now and then: so many times at once, and once more whenever
/// a while has passed.
final class DeviceThrottle: Sendable {
    private struct Credit {
        var used = 0.0
        var time: Int64
    }

    private let burst: Double
    private let millisecondsForOne: Double
    private let credits = Mutex<[ID<Station>?: Credit]>([:])

    init(burst: Int, secondsForOne: Int) {
        (self.burst, millisecondsForOne) = (Double(burst), Double(secondsForOne) * 1_000)
    }

    /// Throws 429 when the device has used up what it may; times are boot milliseconds.
    func check(_ station: ID<Station>?, at now: Int64) throws(Problem) {
        let used = credits.withLock { self.used($0[station], at: now) }
        guard used < burst else { throw .slowDown(afterSeconds: Int((millisecondsForOne / 1_000).rounded(.up))) }
    }

    /// Counts one time.
    func count(_ station: ID<Station>?, at now: Int64) {
        credits.withLock { $0[station] = Credit(used: self.used($0[station], at: now) + 1, time: now) }
    }

    /// What is not yet made good by the time that has passed.
    private func used(_ credit: Credit?, at now: Int64) -> Double {
        guard let credit else { return 0 }
        return max(0, credit.used - Double(now - credit.time) / millisecondsForOne)
    }
}
