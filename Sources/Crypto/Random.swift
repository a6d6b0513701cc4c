internal import CSodium

/// Random bytes fit for keys, from the kernel (`randombytes_buf`).
package enum Random {
    /// As many random bytes as asked for.
    package static func bytes(_ count: Int) -> [UInt8] {
        Sodium.start()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}
