internal import Attendance

/// Writes down how an attempt to reach a destination ended, and when the next one may be.
package struct RecordAttempt: Command {
    package let destination: Destination
    /// Nil if all went well.
    package let problem: DeliveryProblem?
    /// Milliseconds of boot time until the next attempt, from how many have failed in a row now.
    package let wait: @Sendable (_ failures: Int) -> Int64

    package init(
        _ destination: Destination, problem: DeliveryProblem?, wait: @escaping @Sendable (_ failures: Int) -> Int64
    ) {
        (self.destination, self.problem, self.wait) = (destination, problem, wait)
    }

    package func execute(in transaction: Transaction) throws -> DestinationState {
        let known = try transaction.connection.state(of: destination)
        let failures = problem == nil ? 0 : (known?.failures ?? 0) + 1
        let now = transaction.now
        let state = DestinationState(
            failures: failures, problem: problem, triedAt: transaction.time, boot: now.boot,
            nextMilliseconds: now.bootMilliseconds + (problem == nil ? 0 : wait(failures)))
        try transaction.connection.run(
            "INSERT OR REPLACE INTO destination VALUES (?, ?, ?, ?, ?, ?)", destination, failures, problem,
            state.triedAt, state.boot, state.nextMilliseconds)
        return state
    }
}
