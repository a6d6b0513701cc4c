import Glibc
import Synchronization

/// A file without a name, gone with the room it takes when the last reference is.
package final class TemporaryFile: Sendable {
    package let descriptor: Int32
    private let spool: BodySpool
    private let length = Atomic(0)

    /// A new empty file, unlinked at once.
    init(in spool: BodySpool) throws(SystemError) {
        var template = Array("\(spool.folder)/body.XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        self.spool = spool
        guard descriptor >= 0 else { throw SystemError("open a temporary file in \(spool.folder)") }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// The same, of any size.
    package convenience init(in folder: String) throws(SystemError) {
        try self.init(in: BodySpool(folder: folder, limit: .max))
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        spool.giveBack(count)
    }

    /// Length in bytes.
    var count: Int { length.load(ordering: .relaxed) }

    /// Appends to the file, as long as it is in one hand; throws ``BodySpool/Full`` or ``SystemError`` without room.
    package func append(_ bytes: UnsafeRawBufferPointer) throws {
        try spool.take(bytes.count)
        length.add(bytes.count, ordering: .relaxed)
        var rest = bytes
        while !rest.isEmpty {
            let written = write(descriptor, rest.baseAddress, rest.count)
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw SystemError("write a temporary file in \(spool.folder)") }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        }
    }

    /// The whole content.
    func bytes() throws(SystemError) -> [UInt8] {
        let count = count
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
