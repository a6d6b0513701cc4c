internal import Foundation

/// Files for their owner only that are complete or absent, whatever happens to the power.
enum PrivateFile {
    /// Creates a folder; nothing happens if it exists.
    static func createFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// The bytes of a file; nil if there is none.
    static func read(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    }

    /// Writes a file: beside it, to the disk, then in its place.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let temporary = path + ".new"
        let permissions: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: temporary, contents: Data(bytes), attributes: permissions),
            synchronise(temporary), rename(temporary, path) == 0,
            synchronise((path as NSString).deletingLastPathComponent)
        else { throw ProvinceError.folder("\(path): \(String(cString: strerror(errno)))") }
    }

    private static func synchronise(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
