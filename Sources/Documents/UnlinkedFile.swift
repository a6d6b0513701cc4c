internal import Glibc

/// A temporary file that has no name any more: nothing of a register stays behind, whatever happens.
final class UnlinkedFile {
    private let descriptor: CInt

    /// Throws ``DocumentError`` if the folder for temporary files does not take it.
    init() throws(DocumentError) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/diemdanh-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw DocumentError(operation: "mkstemp", code: errno) }
        unlink(&template)
    }

    deinit {
        close(descriptor)
    }

    /// By which a C library opens the file by name; valid in this process only.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// Everything that was written.
    func contents() throws(DocumentError) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw DocumentError(operation: "fstat", code: errno) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset, off_t(offset))
            }
            guard count > 0 else { throw DocumentError(operation: "pread", code: errno) }
            offset += count
        }
        return bytes
    }
}
