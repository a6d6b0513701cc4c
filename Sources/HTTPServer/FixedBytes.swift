/// Bytes at an address that does not change, for a library that keeps the pointer.
///
/// `@unchecked Sendable`: written in `init` only.
final class FixedBytes: @unchecked Sendable {
    let buffer: UnsafeMutableRawBufferPointer

    init(_ bytes: [UInt8]) {
        buffer = .allocate(byteCount: bytes.count, alignment: 1)
        buffer.copyBytes(from: bytes)
    }

    deinit {
        buffer.deallocate()
    }

    var count: Int {
        buffer.count
    }
}
