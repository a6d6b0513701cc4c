internal import Synchronization

/// Keeps a device, or whatever else `Key` names, from doing too often what it may do now and then: so many times at
/// once, and once more whenever a while has passed.
package final class Throttle<Key: Hashable & Sendable>: Sendable {
    private struct Debt {
        var used: Double
        var time: Int64
    }

    private let burst: Double
    private let millisecondsForOne: Double
    private let mostKeys: Int
    private let debts = Mutex<[Key: Debt]>([:])

    /// Beyond `mostKeys` those that have made good everything are forgotten.
    package init(burst: Int, secondsForOne: Int, mostKeys: Int = .max) {
        (self.burst, millisecondsForOne) = (Double(burst), Double(secondsForOne) * 1_000)
        self.mostKeys = mostKeys
    }

    /// How long `key` has to wait at most when it may not.
    package var seconds: Int { Int((millisecondsForOne / 1_000).rounded(.up)) }

    /// Whether `key` may once more; times are milliseconds of one clock.
    package func allows(_ key: Key, at now: Int64) -> Bool {
        debts.withLock { used($0[key], at: now) } < burst
    }

    /// Counts one time.
    package func count(_ key: Key, at now: Int64) {
        debts.withLock { debts in
            if debts.count >= mostKeys { debts = debts.filter { used($0.value, at: now) > 0 } }
            debts[key] = Debt(used: used(debts[key], at: now) + 1, time: now)
        }
    }

    /// What is not yet made good by the time that has passed.
    private func used(_ debt: Debt?, at now: Int64) -> Double {
        guard let debt else { return 0 }
        return max(0, debt.used - Double(now - debt.time) / millisecondsForOne)
    }
}
