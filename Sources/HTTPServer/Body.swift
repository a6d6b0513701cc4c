/// The content of a request: in memory up to 256 kB, above that in a file without a name.
package struct Body: Sendable {
    /// Where the bytes are.
    enum Storage: Sendable {
        case memory([UInt8])
        case file(TemporaryFile)
    }

    let storage: Storage

    init(_ storage: Storage) {
        self.storage = storage
    }

    /// A body held in memory.
    package init(_ bytes: [UInt8] = []) {
        storage = .memory(bytes)
    }

    /// Length in bytes.
    package var count: Int {
        switch storage {
        case .memory(let bytes): bytes.count
        case .file(let file): file.count
        }
    }

    /// The file that holds the bytes, open as long as the body lives; nil for a body in memory.
    package var descriptor: Int32? {
        switch storage {
        case .memory: nil
        case .file(let file): file.descriptor
        }
    }

    /// All bytes at once; throws ``SystemError`` when the temporary file cannot be read.
    package func bytes() throws -> [UInt8] {
        switch storage {
        case .memory(let bytes): bytes
        case .file(let file): try file.bytes()
        }
    }
}
