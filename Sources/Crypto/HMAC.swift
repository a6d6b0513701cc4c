internal import CSodium

/// Message authentication codes of RFC 2104.
package enum HMAC {
    /// HMAC-SHA-256 of a message, 32 bytes; the key may have any length (`crypto_auth_hmacsha256`).
    package static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        Sodium.start()
        var state = crypto_auth_hmacsha256_state()
        var code = [UInt8](repeating: 0, count: crypto_auth_hmacsha256_bytes())
        crypto_auth_hmacsha256_init(&state, key, key.count)
        crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        crypto_auth_hmacsha256_final(&state, &code)
        return code
    }
}
