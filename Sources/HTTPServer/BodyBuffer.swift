/// A body being received, on the polling thread of its connection.
final class BodyBuffer {
    private let memoryLimit: Int
    private let spool: BodySpool
    private var memory: [UInt8] = []
    private var file: TemporaryFile?
    private(set) var count = 0

    /// Takes the expected length in bytes, 0 if unknown; it is reserved if it fits in memory.
    init(declared: Int, memoryLimit: Int, spool: BodySpool) {
        self.memoryLimit = memoryLimit
        self.spool = spool
        if declared > 0 && declared <= memoryLimit { memory.reserveCapacity(declared) }
    }

    /// Appends to memory, or past the limit to a temporary file; throws when the file cannot take it.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        count += bytes.count
        if let file { return try file.append(bytes) }
        guard count > memoryLimit else { return memory += bytes }
        let file = try TemporaryFile(in: spool)
        try memory.withUnsafeBytes { try file.append($0) }
        try file.append(bytes)
        (self.file, memory) = (file, [])
    }

    /// The whole body; the buffer is empty afterwards.
    func finish() -> Body {
        defer { (memory, file, count) = ([], nil, 0) }
        return file.map { Body(.file($0)) } ?? Body(memory)
    }
}
