internal import CSodium

/// ChaCha20-Poly1305 of RFC 8439, as age uses it: with a nonce of 12 bytes and no associated data.
enum ChaChaPoly {
    /// Bytes by which a sealed message is longer.
    static let tagLength = crypto_aead_chacha20poly1305_ietf_abytes()
    /// Bytes of a nonce; one key must never meet the same nonce twice.
    static let nonceLength = crypto_aead_chacha20poly1305_ietf_npubbytes()

    static func seal(_ message: [UInt8], key: [UInt8], nonce: [UInt8]) -> [UInt8] {
        var sealed = [UInt8](repeating: 0, count: message.count + tagLength)
        crypto_aead_chacha20poly1305_ietf_encrypt(
            &sealed, nil, message, UInt64(message.count), nil, 0, nil, nonce, key)
        return sealed
    }

    /// The message, or nil if it was changed or sealed otherwise.
    static func open(_ sealed: [UInt8], key: [UInt8], nonce: [UInt8]) -> [UInt8]? {
        guard sealed.count >= tagLength else { return nil }
        var message = [UInt8](repeating: 0, count: sealed.count - tagLength)
        let result = crypto_aead_chacha20poly1305_ietf_decrypt(
            &message, nil, nil, sealed, UInt64(sealed.count), nil, 0, nonce, key)
        return result == 0 ? message : nil
    }
}
