internal import Dispatch
internal import Synchronization

/// Wakes the one thread that waits for something to deliver; ringing twice wakes it once.
package final class Bell: Sendable {
    private let isRung = Mutex(false)
    private let semaphore = DispatchSemaphore(value: 0)

    package init() {}

    /// Wakes the waiting thread, or the next one to wait.
    package func ring() {
        let isFirst = isRung.withLock { rung in
            defer { rung = true }
            return !rung
        }
        if isFirst { semaphore.signal() }
    }

    /// Returns when the bell rings, or after so many milliseconds; nil waits for ever.
    package func wait(milliseconds: Int64?) {
        let end = milliseconds.map { DispatchTime.now() + .milliseconds(Int(clamping: $0)) } ?? .distantFuture
        guard semaphore.wait(timeout: end) == .success else { return }
        isRung.withLock { $0 = false }
    }
}
