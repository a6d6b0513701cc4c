/// BLAKE2b (RFC 7693) with 32 bytes of hash, in one call or fed piece by piece; the ledger is chained with it.
package struct BLAKE2b256: ~Copyable {
    private var hash: BLAKE2b

    /// A hash that has seen nothing yet; keyed, and so a MAC, if `key` (at most 64 bytes) is not empty.
    package init(key: [UInt8] = []) {
        hash = BLAKE2b(length: 32, key: key)
    }

    /// Feeds the next bytes.
    package mutating func update(_ bytes: [UInt8]) {
        hash.update(bytes)
    }

    /// Feeds the next bytes without copying them into an array.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bytes)
    }

    /// The 32 bytes of the hash of everything fed.
    package consuming func finish() -> [UInt8] {
        hash.finish()
    }

    /// The hash of the parts put end to end; where one ends and the next begins does not show in it.
    package static func hash(_ parts: [UInt8]..., key: [UInt8] = []) -> [UInt8] {
        var hash = BLAKE2b(length: 32, key: key)
        for part in parts {
            hash.update(part)
        }
        return hash.finish()
    }
}
