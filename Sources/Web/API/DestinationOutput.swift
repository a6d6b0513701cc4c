import Attendance
import Store

/// How the last attempts to reach a destination went.
struct DestinationOutput: Encodable {
    let name: String
    /// Statements or seals that were taken there; for the province the bundles say more.
    let sent: Int
    let refused: Int
    let failures: Int
    @OrNull var problem: BundleOutput.ProblemOutput?
    @OrNull var triedAt: String?
    /// Seconds until the next attempt; 0 where none has to wait.
    let waitSeconds: Int64

    /// Nil for a destination that was never tried.
    init?(_ destination: Destination, store: Store, now: ClockReading) throws {
        guard let state = try store.state(of: destination) else { return nil }
        (sent, refused) = try store.delivered(to: destination)
        (name, failures) = (destination.rawValue, state.failures)
        problem = state.problem.map(BundleOutput.ProblemOutput.init)
        triedAt = state.triedAt.rfc3339()
        waitSeconds = (state.wait(now) + 999) / 1_000
    }

    enum CodingKeys: String, CodingKey {
        case name, sent, refused, failures, problem
        case triedAt = "tried_at"
        case waitSeconds = "wait_seconds"
    }
}
