internal import Attendance
internal import HTTPServer

/// Slows down addresses that try tokens or send bundles of nobody we know.
///
/// Only failures are slowed down: whoever has the right token or key is let in, also from behind the same proxy.
struct FailureThrottle: Sendable {
    private let addresses = Throttle<Address>(burst: 20, secondsForOne: 3, mostKeys: 10_000)

    /// Counts a failure.
    ///
    /// - Throws: ``CallProblem/slowDown`` where there were too many.
    func fail(_ address: Address, at now: Timestamp) throws(CallProblem) {
        guard addresses.allows(address, at: now.milliseconds) else { throw .slowDown }
        addresses.count(address, at: now.milliseconds)
    }
}
