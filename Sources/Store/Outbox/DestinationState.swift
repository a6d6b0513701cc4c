package import Attendance

/// How the last attempts to reach a destination went.
package struct DestinationState: Hashable, Sendable {
    /// How many attempts in a row have failed.
    package let failures: Int
    /// Why the last one did; nil if it did not.
    package let problem: DeliveryProblem?
    package let triedAt: Timestamp
    /// The boot whose clock `nextMilliseconds` is of.
    let boot: String
    let nextMilliseconds: Int64

    /// Milliseconds until the next attempt; 0 if it may be now. A new boot tries at once.
    package func wait(_ now: ClockReading) -> Int64 {
        boot == now.boot ? max(0, nextMilliseconds - now.bootMilliseconds) : 0
    }
}

extension Connection {
    /// How the last attempts went; nil before the first.
    func state(of destination: Destination) throws -> DestinationState? {
        try first("SELECT failures, problem, tried_at, boot, next_ms FROM destination WHERE name = ?", destination) {
            DestinationState(
                failures: try $0[0], problem: try $0[1], triedAt: try $0[2], boot: try $0[3],
                nextMilliseconds: try $0[4])
        }
    }
}
