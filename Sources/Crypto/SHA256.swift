internal import CSodium

/// SHA-256 (FIPS 180-4), in one call or fed piece by piece.
package struct SHA256: Sendable {
    private var state = crypto_hash_sha256_state()

    /// A hash that has seen nothing yet.
    package init() {
        Sodium.start()
        crypto_hash_sha256_init(&state)
    }

    /// Feeds the next bytes.
    package mutating func update(_ bytes: [UInt8]) {
        crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    }

    /// Feeds the next bytes without copying them into an array.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        crypto_hash_sha256_update(&state, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count))
    }

    /// The 32 bytes of the hash of everything fed so far.
    package func finish() -> [UInt8] {
        var last = state
        var digest = [UInt8](repeating: 0, count: crypto_hash_sha256_bytes())
        crypto_hash_sha256_final(&last, &digest)
        return digest
    }

    /// The 32 bytes of the hash of these bytes.
    package static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finish()
    }
}
