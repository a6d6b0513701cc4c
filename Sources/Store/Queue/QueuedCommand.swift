internal import Attendance

/// A command on its way, with its types erased.
struct QueuedCommand: Sendable {
    /// When it arrived.
    let now: ClockReading
    /// Does it; what is returned tells the asker, and is called after the commit.
    let execute: @Sendable (Transaction) throws -> Reply
    /// Tells the asker that nothing was done.
    let fail: @Sendable (StoreError) -> Void

    /// Tells the asker.
    typealias Reply = @Sendable () -> Void

    init<C: Command>(
        _ command: C, now: ClockReading, completion: @escaping @Sendable (Result<C.Answer, StoreError>) -> Void
    ) {
        self.now = now
        execute = { transaction in
            let answer = try command.execute(in: transaction)
            return { completion(.success(answer)) }
        }
        fail = { completion(.failure($0)) }
    }
}
