/// One write: what is asked, and how it is done inside the transaction that it shares with others.
package protocol Command: Sendable {
    associatedtype Answer: Sendable

    /// Decides and writes; runs on the writer's thread, and again if another command of its batch failed.
    ///
    /// Throwing before anything was written fails this command alone.
    func execute(in transaction: Transaction) throws -> Answer
}
