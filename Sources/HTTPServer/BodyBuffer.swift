import Glibc

/// A body being received, on the polling thread of its connection.
final class BodyBuffer {
    private let memoryLimit: Int
    private let folder: String
    private var memory: [UInt8] = []
    private var file: Int32 = -1
    private(set) var count = 0

    /// Takes the expected length in bytes, 0 if unknown; it is reserved if it fits in memory.
    init(declared: Int, memoryLimit: Int, folder: String) {
        self.memoryLimit = memoryLimit
        self.folder = folder
        if declared > 0 && declared <= memoryLimit { memory.reserveCapacity(declared) }
    }

    deinit {
        if file >= 0 { close(file) }
    }

    /// Appends to memory, or past the limit to a temporary file; throws when the file cannot take it.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        count += bytes.count
        if file < 0 && count <= memoryLimit {
            memory += bytes
            return
        }
        if file < 0 {
            file = try TemporaryFile.open(in: folder)
            let start = memory
            memory = []
            try start.withUnsafeBytes(write)
        }
        try write(bytes)
    }

    /// The whole body; the buffer is empty afterwards.
    func finish() -> Body {
        defer { (memory, file, count) = ([], -1, 0) }
        guard file >= 0 else { return Body(memory) }
        return Body(.file(TemporaryFile(descriptor: file, count: count)))
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        var rest = bytes
        while !rest.isEmpty {
            let written = Glibc.write(file, rest.baseAddress, rest.count)
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw SystemError("write a temporary file in \(folder)") }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        }
    }
}
