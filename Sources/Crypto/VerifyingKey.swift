internal import CSodium

/// A public key that checks signatures (Ed25519, RFC 8032).
package struct VerifyingKey: Sendable, Hashable {
    /// The 32 bytes of the key.
    package let bytes: [UInt8]

    /// The key of these 32 bytes.
    ///
    /// - Throws: `CryptoError.wrongKeyLength`.
    package init(_ bytes: [UInt8]) throws(CryptoError) {
        try bytes.requireKeyLength(crypto_sign_publickeybytes())
        self.bytes = bytes
    }

    /// The key of bytes that libsodium itself has just made.
    init(checked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether the signature was made of this message by this key's owner.
    package func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        Sodium.start()
        guard signature.count == crypto_sign_bytes() else { return false }
        return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
    }
}
