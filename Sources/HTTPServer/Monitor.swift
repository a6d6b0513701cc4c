import Glibc

/// A value behind a lock, with a condition to wait for.
///
/// `@unchecked Sendable`: the value is touched only while the POSIX mutex is held. `Mutex` has no condition variable.
final class Monitor<Value>: @unchecked Sendable {
    private var value: Value
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(_ value: Value) {
        self.value = value
        var attributes = pthread_condattr_t()
        pthread_mutex_init(mutex, nil)
        pthread_condattr_init(&attributes)
        // The wall clock of a box may jump by years.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Runs `body` with the lock held; wakes nobody.
    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&value)
    }

    /// Runs `body` with the lock held, then wakes all who wait.
    func change<Result>(_ body: (inout Value) -> Result) -> Result {
        defer { pthread_cond_broadcast(condition) }
        return withLock(body)
    }

    /// Runs `body` with the lock held, then wakes one of those who wait.
    func changeForOne<Result>(_ body: (inout Value) -> Result) -> Result {
        defer { pthread_cond_signal(condition) }
        return withLock(body)
    }

    /// Waits until `ready` gives something.
    func wait<Result>(for ready: (inout Value) -> Result?) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let result = ready(&value) { return result }
            pthread_cond_wait(condition, mutex)
        }
    }

    /// Waits until `ready` gives something, at most until `deadline`; nil then.
    func wait<Result>(until deadline: Moment, for ready: (inout Value) -> Result?) -> Result? {
        var time = deadline.timespec
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let result = ready(&value) { return result }
            if pthread_cond_timedwait(condition, mutex, &time) == ETIMEDOUT { return ready(&value) }
        }
    }
}
