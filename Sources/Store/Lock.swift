internal import Foundation
internal import Synchronization

/// The lock of a data folder: one process writes, and whoever comes second is refused.
final class Lock: Sendable {
    private let descriptor: Mutex<CInt?>

    /// Takes the lock (`flock`); it ends with ``release()``, the object or the process.
    ///
    /// - Throws: `StoreError.locked` if another process has it.
    init(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.notInitialised }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw StoreError.locked
        }
        self.descriptor = Mutex(descriptor)
    }

    /// Lets another process have the folder.
    func release() {
        let held = descriptor.withLock { descriptor in
            defer { descriptor = nil }
            return descriptor
        }
        if let held { close(held) }
    }

    deinit {
        release()
    }
}
