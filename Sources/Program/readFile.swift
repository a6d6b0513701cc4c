internal import FoundationEssentials

/// The bytes of a file the user named; a ``Failure`` if it cannot be read.
package func readFile(_ path: String) throws -> [UInt8] {
    do {
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
        throw Failure.refused("\(path) cannot be read")
    }
}
