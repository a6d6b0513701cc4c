/// Rows on their way to a table, in PostgreSQL's text format of COPY.
struct CopyWriter {
    private var buffer: [UInt8] = []
    private let send: ([UInt8]) throws -> Void

    /// Sent to the server when so many bytes have come together.
    private static let piece = 64 << 10

    init(send: @escaping ([UInt8]) throws -> Void) {
        self.send = send
    }

    /// Adds a row.
    mutating func row(_ values: (any SQLParameter)?...) throws {
        for (index, value) in values.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: "\t")) }
            append(value?.sqlText)
        }
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= CopyWriter.piece { try flush() }
    }

    /// Sends what has come together.
    mutating func flush() throws {
        if buffer.isEmpty { return }
        try send(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ text: String?) {
        guard let text else { return buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "N")]) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): buffer.append(contentsOf: [byte, byte])
            case UInt8(ascii: "\t"): buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
            case UInt8(ascii: "\n"): buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case UInt8(ascii: "\r"): buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
            default: buffer.append(byte)
            }
        }
    }
}
