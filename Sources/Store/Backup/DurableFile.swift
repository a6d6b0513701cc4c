internal import Foundation
internal import Glibc

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
        try create(temporary, bytes)
        try replace(path, with: temporary)
    }

    /// Makes a file for the owner only, or empties one that is there, and writes it; nothing is sure to be on the disk.
    static func create(_ path: String, _ bytes: [UInt8] = []) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("create", path) }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 || errno == EPERM else { throw failure("chmod", path) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw failure("write", path) }
            rest = rest.dropFirst(written)
        }
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
        let code = errno
        if [ENOSPC, EDQUOT].contains(code) { return .full }
        return .failed(code: 10, message: "\(call) \(path): \(String(cString: strerror(code)))")
    }
}
