internal import CSodium

/// A secret key that opens what was sealed to its public key (X25519, RFC 7748): sealed boxes and age files.
package struct AgreementKey: Sendable, Equatable {
    /// The 32 bytes of the secret key.
    package let bytes: [UInt8]
    /// The key to seal to.
    package let publicKey: AgreementPublicKey

    /// A new random key.
    package init() {
        self.init(checked: Random.bytes(crypto_scalarmult_scalarbytes()))
    }

    /// The key of these 32 bytes.
    ///
    /// - Throws: `CryptoError.wrongKeyLength`.
    package init(_ bytes: [UInt8]) throws(CryptoError) {
        try bytes.requireKeyLength(crypto_scalarmult_scalarbytes())
        self.init(checked: bytes)
    }

    private init(checked bytes: [UInt8]) {
        Sodium.start()
        var publicKey = [UInt8](repeating: 0, count: crypto_scalarmult_bytes())
        crypto_scalarmult_base(&publicKey, bytes)
        self.bytes = bytes
        self.publicKey = AgreementPublicKey(checked: publicKey)
    }

    /// The 32 bytes this key and the other one agree on; a key must be derived from them before use.
    ///
    /// - Throws: `CryptoError.unusablePublicKey` for a point with which the result would be known to anybody.
    func sharedSecret(with other: AgreementPublicKey) throws(CryptoError) -> [UInt8] {
        var secret = [UInt8](repeating: 0, count: crypto_scalarmult_bytes())
        guard crypto_scalarmult(&secret, bytes, other.bytes) == 0 else { throw .unusablePublicKey }
        return secret
    }
}
