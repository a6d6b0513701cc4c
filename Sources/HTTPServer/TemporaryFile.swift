import Glibc

/// A file without a name, gone when the last reference is.
final class TemporaryFile: Sendable {
    let descriptor: Int32
    /// Length in bytes.
    let count: Int

    /// Takes the descriptor over.
    init(descriptor: Int32, count: Int) {
        self.descriptor = descriptor
        self.count = count
    }

    deinit {
        close(descriptor)
    }

    /// A new empty file in `folder`, unlinked at once.
    static func open(in folder: String) throws(SystemError) -> Int32 {
        var template = Array("\(folder)/body.XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw SystemError("open a temporary file in \(folder)") }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    /// The whole content.
    func bytes() throws(SystemError) -> [UInt8] {
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while done < count {
                let got = pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(done))
                if got < 0 && errno == EINTR { continue }
                if got <= 0 { break }
                done += got
            }
            initialized = done
        }
        guard done == count else { throw SystemError("read a temporary file") }
        return bytes
    }
}
