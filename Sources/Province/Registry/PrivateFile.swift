internal import Foundation

/// Files for their owner only that are complete or absent, whatever happens to the power.
enum PrivateFile {
    /// Creates a folder; nothing happens if it exists.
    static func createFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// The bytes of a file; nil if there is none.
    ///
    /// - Throws: ``ProvinceError/folder(_:)`` for a file that cannot be read: it is not taken for absent.
    static func read(_ path: String) throws(ProvinceError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 && errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw .failed(path) }
        defer { close(descriptor) }
        var (bytes, piece): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 64 << 10))
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .failed(path) }
            if count == 0 { return bytes }
            bytes += piece.prefix(count)
        }
    }

    /// Writes a file: beside it, to the disk, then in its place.
    static func write(_ bytes: [UInt8], to path: String) throws(ProvinceError) {
        try write(bytes, to: path) { rename($0, path) }
    }

    /// The same for a file that is not there; an existing one is never replaced.
    static func create(_ bytes: [UInt8], at path: String) throws(ProvinceError) {
        try write(bytes, to: path) { temporary in
            defer { unlink(temporary) }
            return link(temporary, path)
        }
    }

    private static func write(
        _ bytes: [UInt8], to path: String, place: (_ temporary: String) -> Int32
    ) throws(ProvinceError) {
        let temporary = path + ".new"
        let permissions: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: temporary, contents: Data(bytes), attributes: permissions),
            synchronise(temporary), place(temporary) == 0,
            synchronise((path as NSString).deletingLastPathComponent)
        else { throw .failed(path) }
    }

    private static func synchronise(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}

extension ProvinceError {
    /// What the system has just said about a file (`errno`).
    static func failed(_ path: String) -> ProvinceError { .folder("\(path): \(String(cString: strerror(errno)))") }
}
