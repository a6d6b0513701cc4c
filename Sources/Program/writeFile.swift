internal import FoundationEssentials
internal import Glibc

/// Writes a file the user named, for that user's eyes only: there are people in it.
///
/// - Throws: ``Failure`` if it cannot be written.
package func writeFile(_ path: String, _ bytes: [UInt8]) throws {
    do {
        try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        if !path.hasPrefix("/dev/"), chmod(path, 0o600) != 0 { throw Failure.failed("\(path) cannot be made private") }
    } catch {
        throw Failure.failed("\(path) cannot be written")
    }
}
