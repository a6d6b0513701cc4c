internal import Dispatch
internal import Synchronization

/// The commands that wait for the writer, in the order of their arrival.
final class CommandQueue: Sendable {
    private let limit: Int
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)

    private struct State {
        var waiting: [QueuedCommand] = []
        var isClosed = false
        var writerSleeps = false

        mutating func take(upTo count: Int) -> [QueuedCommand] {
            defer { waiting.removeFirst(min(count, waiting.count)) }
            return Array(waiting.prefix(count))
        }
    }

    /// A queue that refuses more than `limit` waiting commands.
    init(limit: Int) {
        self.limit = limit
    }

    /// Adds a command.
    ///
    /// - Throws: `.busy` when the queue is full, `.stopped` when it is closed.
    func add(_ command: QueuedCommand) throws(StoreError) {
        let sleeps = try state.withLock { state throws(StoreError) in
            guard !state.isClosed else { throw .stopped }
            guard state.waiting.count < limit else { throw .busy }
            state.waiting.append(command)
            defer { state.writerSleeps = false }
            return state.writerSleeps
        }
        if sleeps { wakeUp.signal() }
    }

    /// Takes no more commands; those that wait are still handed out.
    func close() {
        state.withLock { $0.isClosed = true }
        wakeUp.signal()
    }

    /// Up to `count` commands; an empty array after `timeout` without one, nil when the queue is closed and empty.
    func take(upTo count: Int, timeout: DispatchTime) -> [QueuedCommand]? {
        while true {
            let (batch, isClosed) = takeOrSleep(upTo: count)
            if !batch.isEmpty { return batch }
            if isClosed { return nil }
            if wakeUp.wait(timeout: timeout) == .timedOut { return [] }
        }
    }

    /// Up to `count` commands that wait now.
    func takeWaiting(upTo count: Int) -> [QueuedCommand] {
        state.withLock { $0.take(upTo: count) }
    }

    private func takeOrSleep(upTo count: Int) -> ([QueuedCommand], isClosed: Bool) {
        state.withLock { state in
            let batch = state.take(upTo: count)
            state.writerSleeps = batch.isEmpty
            return (batch, state.isClosed)
        }
    }
}
