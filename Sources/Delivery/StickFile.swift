internal import CSyncFS
internal import Crypto
internal import Glibc
internal import Store

/// A file on a stick that is whole or absent, whenever the stick is pulled.
///
/// FAT keeps a file's length in the name's own entry: a rename makes an entry of length 0 that only a further `fsync` of
/// the file, or `syncfs`, completes. So: `.part` → fsync → rename → fsync of the file → fsync of the folder → syncfs, and
/// then everything is read back from the stick and compared.
struct StickFile: ~Copyable {
    private let path: String
    private let folder: String
    private let descriptor: Int32
    private var hash = SHA256()
    private(set) var size: Int64 = 0
    private var isDone = false

    /// Begins a file; throws ``StickProblem``.
    init(_ name: String, in folder: String) throws(StickProblem) {
        (path, self.folder) = ("\(folder)/\(name)", folder)
        descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StickProblem(errno) }
    }

    deinit {
        close(descriptor)
        if !isDone { unlink(path + ".part") }
    }

    /// Adds bytes.
    mutating func write(_ bytes: [UInt8]) throws(StickProblem) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw StickProblem(errno) }
            done += count
        }
        hash.update(bytes)
        size += Int64(bytes.count)
    }

    /// Gives the file its name and answers with its SHA-256 once it is surely on the stick.
    consuming func finish() throws(StickProblem) -> [UInt8] {
        try check(fsync(descriptor))
        try check(rename(path + ".part", path))
        isDone = true
        try check(fsync(descriptor))
        try StickFile.synchronise(folder)
        let written = hash.finish()
        guard try StickFile.readBack(path) == written else { throw StickProblem.differs }
        return written
    }

    /// Waits until a folder and everything on its medium is there.
    private static func synchronise(_ folder: String) throws(StickProblem) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StickProblem(errno) }
        defer { close(descriptor) }
        try check(fsync(descriptor))
        try check(syncfs(descriptor))
    }

    /// The SHA-256 of what the stick itself has, not of what memory still holds of it.
    private static func readBack(_ path: String) throws(StickProblem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StickProblem(errno) }
        defer { close(descriptor) }
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
        var hash = SHA256()
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw StickProblem(errno) }
            if count == 0 { return hash.finish() }
            buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }

    private static func check(_ status: Int32) throws(StickProblem) {
        guard status == 0 else { throw StickProblem(errno) }
    }

    private func check(_ status: Int32) throws(StickProblem) { try StickFile.check(status) }
}
