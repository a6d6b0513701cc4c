internal import Foundation
internal import Synchronization

/// The registry on the disk: read again as soon as a command has changed it, so that revoking works at once.
package final class RegistryFile: Sendable {
    private struct Read {
        var version: Version?
        var registry = Registry()
    }

    /// What tells two versions of a file apart.
    private struct Version: Equatable {
        let inode: UInt64
        let seconds: Int
        let nanoseconds: Int
    }

    private let path: String
    private let read = Mutex(Read())

    package init(folder: String) {
        path = folder + "/registry.json"
    }

    /// Whether somebody has registered a token or a box here.
    var exists: Bool {
        get throws(ProvinceError) { try PrivateFile.read(path) != nil }
    }

    /// The registry as it is now; empty before the first change.
    ///
    /// - Throws: ``ProvinceError/folder(_:)`` for a file that cannot be read.
    package func current() throws -> Registry {
        try read.withLock { read in
            let version = version()
            if version == nil || version != read.version {
                read = Read(version: version, registry: try load())
            }
            return read.registry
        }
    }

    /// Changes the registry; one process at a time.
    ///
    /// - Throws: ``ProvinceError/notInitialised`` without the folder, ``ProvinceError/folder(_:)``, what `body` throws.
    package func change<Value>(_ body: (inout Registry) throws -> Value) throws -> Value {
        let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw errno == ENOENT ? ProvinceError.notInitialised : .failed(path + ".lock") }
        defer { close(lock) }
        guard flock(lock, LOCK_EX) == 0 else { throw ProvinceError.failed(path + ".lock") }
        var registry = try load()
        let value = try body(&registry)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try PrivateFile.write([UInt8](try encoder.encode(registry)), to: path)
        return value
    }

    private func load() throws(ProvinceError) -> Registry {
        guard let bytes = try PrivateFile.read(path) else { return Registry() }
        do {
            return try JSONDecoder().decode(Registry.self, from: Data(bytes))
        } catch {
            throw .folder("\(path) is damaged: \(error)")
        }
    }

    private func version() -> Version? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return Version(
            inode: UInt64(facts.st_ino), seconds: facts.st_mtim.tv_sec, nanoseconds: facts.st_mtim.tv_nsec)
    }
}
