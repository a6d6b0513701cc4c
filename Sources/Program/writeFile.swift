internal import FoundationEssentials

/// Writes a file the user named; a ``Failure`` if it cannot be written.
package func writeFile(_ path: String, _ bytes: [UInt8]) throws {
    do {
        try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
        throw Failure.failed("\(path) cannot be written")
    }
}
