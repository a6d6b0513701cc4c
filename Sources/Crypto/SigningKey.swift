internal import CSodium

/// A secret key that signs (Ed25519, RFC 8032).
package struct SigningKey: Sendable, Equatable {
    /// The 32 bytes to keep; everything else follows from them.
    package let seed: [UInt8]
    /// The key that checks what this one signed.
    package let verifyingKey: VerifyingKey
    let secretKey: [UInt8]

    /// A new random key.
    package init() {
        self.init(checked: Random.bytes(crypto_sign_seedbytes()))
    }

    /// The key of a seed of 32 bytes.
    ///
    /// - Throws: `CryptoError.wrongKeyLength`.
    package init(seed: [UInt8]) throws(CryptoError) {
        try seed.requireKeyLength(crypto_sign_seedbytes())
        self.init(checked: seed)
    }

    private init(checked seed: [UInt8]) {
        Sodium.start()
        var publicKey = [UInt8](repeating: 0, count: crypto_sign_publickeybytes())
        var secretKey = [UInt8](repeating: 0, count: crypto_sign_secretkeybytes())
        crypto_sign_seed_keypair(&publicKey, &secretKey, seed)
        self.seed = seed
        self.secretKey = secretKey
        verifyingKey = VerifyingKey(checked: publicKey)
    }

    /// The 64 bytes of this key's signature of the message.
    package func signature(for message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: crypto_sign_bytes())
        crypto_sign_detached(&signature, nil, message, UInt64(message.count), secretKey)
        return signature
    }
}
