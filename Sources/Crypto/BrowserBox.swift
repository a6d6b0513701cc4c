/// Messages that a browser sealed to a P-256 key with WebCrypto, and only the key's owner can open.
///
/// A box is the sealer's one-time public key (65 bytes, uncompressed), the ciphertext and its tag (16 bytes). The key is
/// HKDF-SHA-256 of the ECDH secret, with both public keys as the salt; it is used once, so the nonce of AES-256-GCM is
/// twelve zeros.
package enum BrowserBox {
    /// Tells this use of HKDF from every other.
    static let purpose = "diemdanh desk queue 1"

    private static let tagLength = 16

    /// The message in the box.
    ///
    /// - Throws: `CryptoError.notAuthentic` for a changed box or another's.
    package static func open(_ box: [UInt8], with key: P256Key) throws(CryptoError) -> [UInt8] {
        guard box.count >= P256Key.publicKeyLength + tagLength else { throw .notAuthentic }
        let oneTime = Array(box.prefix(P256Key.publicKeyLength))
        let secret: [UInt8]
        do {
            secret = try key.sharedSecret(with: oneTime)
        } catch .unusablePublicKey {
            throw .notAuthentic
        }
        let sealingKey = HKDF.sha256(secret, salt: oneTime + key.publicKey, info: purpose)
        let sealed = Array(box.dropFirst(P256Key.publicKeyLength))
        return try AESGCM.open(
            ciphertext: Array(sealed.dropLast(tagLength)), tag: Array(sealed.suffix(tagLength)), key: sealingKey)
    }
}
