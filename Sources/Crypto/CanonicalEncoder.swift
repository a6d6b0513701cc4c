package import FoundationEssentials

/// The bytes of a ledger entry that its hash is made of.
///
/// Each column is one byte for its kind (0 NULL, 1 integer, 2 text, 3 bytes), then eight bytes of the integer, or four
/// bytes of the length and the content; numbers are big-endian. The first column is the entry's seq.
package struct CanonicalEncoder {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Begins an entry.
    package mutating func start(seq: Int64) {
        bytes.removeAll(keepingCapacity: true)
        add(seq)
    }

    package mutating func add(_ value: Int64?) {
        guard let value else { return bytes.append(0) }
        bytes.append(1)
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func add(_ value: String?) {
        guard let value else { return bytes.append(0) }
        var text = value
        text.withUTF8 { add(kind: 2, UnsafeRawBufferPointer($0)) }
    }

    package mutating func add(_ value: [UInt8]?) {
        guard let value else { return bytes.append(0) }
        value.withUnsafeBytes { add(kind: 3, $0) }
    }

    package mutating func add(_ value: UUID?) {
        guard let value else { return bytes.append(0) }
        withUnsafeBytes(of: value.uuid) { add(kind: 3, $0) }
    }

    /// Adds text or bytes as they stand.
    package mutating func add(kind: UInt8, _ content: UnsafeRawBufferPointer) {
        bytes.append(kind)
        withUnsafeBytes(of: UInt32(content.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: content)
    }

    /// The hash of the entry that follows the one with the hash `previous`.
    package func hash(after previous: [UInt8]) -> [UInt8] {
        BLAKE2b256.hash(previous, bytes)
    }
}
