internal import Attendance
internal import HTTPServer

/// Slows down addresses that try tokens or send bundles of nobody we know.
struct FailureThrottle: Sendable {
    private let addresses = Throttle<Address>(burst: 20, secondsForOne: 3, mostKeys: 10_000)

    /// Whether the address has to wait.
    func isSlowed(_ address: Address, at now: Timestamp) -> Bool { !addresses.allows(address, at: now.milliseconds) }

    /// Counts a failure.
    func fail(_ address: Address, at now: Timestamp) { addresses.count(address, at: now.milliseconds) }
}
