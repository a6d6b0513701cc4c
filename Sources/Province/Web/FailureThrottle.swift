internal import Attendance
internal import HTTPServer
internal import Synchronization

/// Slows down addresses that try tokens or send bundles of nobody we know.
///
/// Each address may fail ``burst`` times, and once more for every three seconds that pass.
final class FailureThrottle: Sendable {
    private struct Debt {
        var failures: Double
        var at: Timestamp

        func remaining(at now: Timestamp) -> Double {
            max(0, failures - Double(now.milliseconds - at.milliseconds) / 3_000)
        }
    }

    private let debts = Mutex<[Address: Debt]>([:])

    static let burst = 20.0
    private static let mostAddresses = 10_000

    /// Whether the address has to wait.
    func isSlowed(_ address: Address, at now: Timestamp) -> Bool {
        (debts.withLock { $0[address] }?.remaining(at: now) ?? 0) >= FailureThrottle.burst
    }

    /// Counts a failure.
    func fail(_ address: Address, at now: Timestamp) {
        debts.withLock { debts in
            if debts.count >= FailureThrottle.mostAddresses { debts = debts.filter { $0.value.remaining(at: now) > 0 } }
            debts[address] = Debt(failures: (debts[address]?.remaining(at: now) ?? 0) + 1, at: now)
        }
    }
}
