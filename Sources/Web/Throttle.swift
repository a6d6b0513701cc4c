import Synchronization

/// Keeps a device, or whatever else `Key` names, from doing too often what it may do now and then: so many times at
/// once, and once more whenever a while has passed.
final class Throttle<Key: Hashable & Sendable>: Sendable {
    private struct Credit {
        var used = 0.0
        var time: Int64
    }

    private let burst: Double
    private let millisecondsForOne: Double
    private let credits = Mutex<[Key: Credit]>([:])

    init(burst: Int, secondsForOne: Int) {
        (self.burst, millisecondsForOne) = (Double(burst), Double(secondsForOne) * 1_000)
    }

    /// Whether `key` may once more; times are boot milliseconds.
    func allows(_ key: Key, at now: Int64) -> Bool {
        credits.withLock { used($0[key], at: now) } < burst
    }

    /// Throws 429 when `key` has used up what it may.
    func check(_ key: Key, at now: Int64) throws(Problem) {
        guard allows(key, at: now) else {
            throw .slowDown(afterSeconds: Int((millisecondsForOne / 1_000).rounded(.up)))
        }
    }

    /// Counts one time.
    func count(_ key: Key, at now: Int64) {
        credits.withLock { $0[key] = Credit(used: self.used($0[key], at: now) + 1, time: now) }
    }

    /// What is not yet made good by the time that has passed.
    private func used(_ credit: Credit?, at now: Int64) -> Double {
        guard let credit else { return 0 }
        return max(0, credit.used - Double(now - credit.time) / millisecondsForOne)
    }
}
