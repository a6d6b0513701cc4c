internal import Attendance
internal import Dispatch
internal import Foundation
internal import GRDB
internal import Logging
internal import Synchronization

/// The one thread that writes: takes what has arrived, does it in one transaction, and then tells the askers.
final class Writer: Sendable {
    let pool: DatabasePool
    let keys: BoxKeys
    let batchLimit: Int
    let queue: CommandQueue
    let log: Logger
    let onFatal: @Sendable (StoreError) -> Void
    /// Called after each commit with the state that was committed.
    let onCommit: @Sendable (WriterState) -> Void
    let progress: Mutex<Progress>
    private let ended = DispatchSemaphore(value: 0)

    /// What the writer keeps between batches.
    struct Progress {
        var state: WriterState
        var commits = 0
        /// Pages written to the write-ahead log since the start, and how many of them a checkpoint has moved.
        var pagesWritten = 0
        var pagesMoved = 0
        /// How many commands the last transaction had, and how long the disk took for it.
        var lastBatch = 0
        var lastCommit = Duration.zero
        /// After it nothing is written any more.
        var failure: StoreError?

        /// How many pages wait in the write-ahead log.
        var pagesWaiting: Int { pagesWritten - pagesMoved }
    }

    init(
        pool: DatabasePool, keys: BoxKeys, options: Store.Options, log: Logger,
        onFatal: @escaping @Sendable (StoreError) -> Void, onCommit: @escaping @Sendable (WriterState) -> Void
    ) throws {
        (self.pool, self.keys, self.log) = (pool, keys, log)
        (self.onFatal, self.onCommit) = (onFatal, onCommit)
        batchLimit = options.batchLimit
        queue = CommandQueue(limit: options.queueLimit)
        let state = try pool.writeWithoutTransaction { try WriterState(Connection(database: $0)) }
        progress = Mutex(Progress(state: state))
    }

    /// How many transactions were committed.
    var commits: Int { progress.withLock { $0.commits } }

    /// Why nothing is written any more; nil as long as all is well.
    var failure: StoreError? { progress.withLock { $0.failure } }

    /// Does what arrives until the queue is closed, then empties the write-ahead log.
    func run() {
        while let batch = queue.take(upTo: batchLimit, timeout: deadline) {
            batch.isEmpty ? checkpoint(.passive) : perform(batch + latecomers(after: batch.count))
        }
        checkpoint(.truncate)
        ended.signal()
    }

    /// On a slow disk, those who were answered last and come again at once: one commit for all of them is sooner than one
    /// for the first and another one for the rest. Waits for them at most half as long as the disk takes.
    private func latecomers(after count: Int) -> [QueuedCommand] {
        let (expected, commit) = progress.withLock { (min($0.lastBatch, batchLimit), $0.lastCommit) }
        guard commit > .milliseconds(5) else { return [] }
        let end = ContinuousClock.now + commit / 2
        var late: [QueuedCommand] = []
        while count + late.count < expected, ContinuousClock.now < end {
            Thread.sleep(forTimeInterval: 0.000_5)
            late += queue.takeWaiting(upTo: expected - count - late.count)
        }
        return late
    }

    /// Waits for the end of ``run()`` after the queue was closed.
    func waitForEnd() {
        ended.wait()
        ended.signal()
    }

    /// A moment of quiet is the time to checkpoint; with nothing to checkpoint there is nothing to wake up for.
    private var deadline: DispatchTime {
        progress.withLock { $0.pagesWaiting > 0 } ? .now() + .seconds(2) : .distantFuture
    }
}
