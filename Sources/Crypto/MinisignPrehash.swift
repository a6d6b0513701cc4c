/// What minisign signs: BLAKE2b-512 of the message, fed piece by piece so that a file need not be in memory.
package struct MinisignPrehash: ~Copyable {
    private var hash = BLAKE2b(length: 64)

    /// A message of which nothing has been seen yet.
    package init() {}

    /// Feeds the next bytes of the message.
    package mutating func update(_ bytes: [UInt8]) {
        hash.update(bytes)
    }

    /// Feeds the next bytes of the message without copying them into an array.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bytes)
    }

    consuming func finish() -> [UInt8] {
        hash.finish()
    }
}
