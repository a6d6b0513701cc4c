internal import CSodium

/// A public key to seal to (X25519, RFC 7748).
package struct AgreementPublicKey: Sendable, Hashable {
    /// The 32 bytes of the key.
    package let bytes: [UInt8]

    /// The key of these 32 bytes.
    ///
    /// - Throws: `CryptoError.wrongKeyLength`.
    package init(_ bytes: [UInt8]) throws(CryptoError) {
        try bytes.requireKeyLength(crypto_scalarmult_bytes())
        self.bytes = bytes
    }

    /// The key of bytes that libsodium itself has just made.
    init(checked bytes: [UInt8]) {
        self.bytes = bytes
    }
}
