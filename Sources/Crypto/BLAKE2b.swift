internal import CSodium

/// BLAKE2b (RFC 7693) of a chosen length, fed piece by piece.
struct BLAKE2b: ~Copyable {
    // Swift knows the state only by its address, because it is aligned more strictly than any Swift value.
    private let state: OpaquePointer
    private let length: Int

    /// A hash of `length` bytes (1…64), keyed if `key` (at most 64 bytes) is not empty; other lengths end the process.
    init(length: Int, key: [UInt8] = []) {
        Sodium.start()
        self.length = length
        state = OpaquePointer(.allocate(byteCount: crypto_generichash_blake2b_statebytes(), alignment: 64))
        let result = crypto_generichash_blake2b_init(state, key, key.count, length)
        precondition(result == 0, "BLAKE2b takes keys of at most 64 bytes and makes hashes of 1 to 64 bytes")
    }

    deinit {
        UnsafeMutableRawPointer(state).deallocate()
    }

    mutating func update(_ bytes: [UInt8]) {
        crypto_generichash_blake2b_update(state, bytes, UInt64(bytes.count))
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let start = bytes.bindMemory(to: UInt8.self).baseAddress
        crypto_generichash_blake2b_update(state, start, UInt64(bytes.count))
    }

    consuming func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: length)
        crypto_generichash_blake2b_final(state, &digest, length)
        return digest
    }
}
