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

    /// With `mostKeys` known the half that owes least is forgotten, so that neither memory nor time grows with the number
    /// of those who come.
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
            let debt = Debt(used: used(debts[key], at: now) + 1, time: now)
            if debts.count >= mostKeys { debts = largest(of: debts, at: now) }
            debts[key] = debt
        }
    }

    /// The half of them that owes most, without those that have made good everything.
    private func largest(of debts: [Key: Debt], at now: Int64) -> [Key: Debt] {
        let owing = debts.map { (key: $0.key, used: used($0.value, at: now)) }.filter { $0.used > 0 }
        let most = owing.sorted { $0.used > $1.used }.prefix(mostKeys / 2)
        return Dictionary(uniqueKeysWithValues: most.map { ($0.key, Debt(used: $0.used, time: now)) })
    }

    /// What is not yet made good by the time that has passed.
    private func used(_ debt: Debt?, at now: Int64) -> Double {
        guard let debt else { return 0 }
        return max(0, debt.used - Double(now - debt.time) / millisecondsForOne)
    }
}
