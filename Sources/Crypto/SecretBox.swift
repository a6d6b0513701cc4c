internal import CSodium

/// Encryption under a key both sides hold: XChaCha20-Poly1305 with associated data.
///
/// A sealed message is its random nonce (24 bytes), the ciphertext and the tag (16 bytes), in that order.
package struct SecretBox: Sendable {
    private static let nonceLength = crypto_aead_xchacha20poly1305_ietf_npubbytes()
    private static let tagLength = crypto_aead_xchacha20poly1305_ietf_abytes()

    private let key: [UInt8]

    /// A box under a key of 32 bytes.
    ///
    /// - Throws: `CryptoError.wrongKeyLength`.
    package init(key: [UInt8]) throws(CryptoError) {
        try key.requireKeyLength(crypto_aead_xchacha20poly1305_ietf_keybytes())
        Sodium.start()
        self.key = key
    }

    /// The message sealed under a new random nonce; `context` is not in the result and must be the same at opening.
    package func seal(_ message: [UInt8], context: [UInt8] = []) -> [UInt8] {
        let nonce = Random.bytes(Self.nonceLength)
        var sealed = [UInt8](repeating: 0, count: message.count + Self.tagLength)
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, nil, message, UInt64(message.count), context, UInt64(context.count), nil, nonce, key)
        return nonce + sealed
    }

    /// The message that was sealed with the same key and context.
    ///
    /// - Throws: `CryptoError.notAuthentic`.
    package func open(_ sealed: [UInt8], context: [UInt8] = []) throws(CryptoError) -> [UInt8] {
        guard sealed.count >= Self.nonceLength + Self.tagLength else { throw .notAuthentic }
        let nonce = Array(sealed.prefix(Self.nonceLength))
        let rest = Array(sealed.dropFirst(Self.nonceLength))
        var message = [UInt8](repeating: 0, count: rest.count - Self.tagLength)
        let result = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &message, nil, nil, rest, UInt64(rest.count), context, UInt64(context.count), nonce, key)
        guard result == 0 else { throw .notAuthentic }
        return message
    }
}
