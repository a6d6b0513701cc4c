import Glibc

/// A thread that runs one function and is joined.
struct WorkerThread: Sendable {
    private let handle: pthread_t

    /// Starts the thread; throws ``SystemError`` when the system has none left.
    /// The name is for the error.
    init(_ name: String, _ body: @escaping @Sendable () -> Void) throws(SystemError) {
        var handle = pthread_t()
        let box = Unmanaged.passRetained(Work(body))
        let result = pthread_create(&handle, nil, runWork, box.toOpaque())
        guard result == 0 else {
            box.release()
            errno = result
            throw SystemError("start thread \(name)")
        }
        self.handle = handle
    }

    /// Waits for the function to return; to be called once.
    func join() {
        pthread_join(handle, nil)
    }
}

/// Carries a closure through the `void *` of `pthread_create`.
private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
        self.body = body
    }
}

private func runWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
    return nil
}
