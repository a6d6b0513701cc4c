/// Writes a ZIP archive without compression: enough for the workbooks of the tests.
struct StoredZip {
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func append(_ name: String, _ content: [UInt8], isEncrypted: Bool = false) {
        let offset = bytes.count
        let facts =
            words(20, isEncrypted ? 1 : 0, 0, 0, 33)
            + long(crc32(content)) + long(content.count) + long(content.count) + words(name.utf8.count, 0)
        bytes += long(0x0403_4B50) + facts + Array(name.utf8) + content
        directory += long(0x0201_4B50) + words(20) + facts + words(0, 0, 0) + long(0) + long(offset) + Array(name.utf8)
        count += 1
    }

    /// The whole archive.
    func finished() -> [UInt8] {
        bytes + directory + long(0x0605_4B50) + words(0, 0, count, count) + long(directory.count) + long(bytes.count)
            + words(0)
    }

    private func words(_ values: Int...) -> [UInt8] {
        values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    private func long(_ value: Int) -> [UInt8] {
        words(value, value >> 16)
    }

    private func crc32(_ content: [UInt8]) -> Int {
        Int(~content.reduce(~UInt32(0)) { $0 >> 8 ^ StoredZip.table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] })
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
}
