internal import Foundation

/// Files that are complete or absent, whatever happens to the power.
package enum DurableFile {
    /// Creates a folder for the owner only; nothing happens if it exists.
    package static func createFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Writes a file for the owner only: temporary file, fsync, rename, fsync of the folder.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        let temporary = path + ".new"
        guard
            FileManager.default.createFile(
                atPath: temporary, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        else { throw StoreError.failed(code: 14, message: "cannot write \(path)") }
        try replace(path, with: temporary)
    }

    /// Puts a complete file in the place of another one.
    static func replace(_ path: String, with temporary: String) throws {
        try synchronise(temporary)
        guard rename(temporary, path) == 0 else { throw failure("rename", path) }
        try synchronise((path as NSString).deletingLastPathComponent)
    }

    /// Waits until a file or folder is on the disk (`fsync`).
    static func synchronise(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("fsync", path) }
    }

    private static func failure(_ call: String, _ path: String) -> StoreError {
        errno == ENOSPC ? .full : .failed(code: 10, message: "\(call) \(path): \(String(cString: strerror(errno)))")
    }
}
