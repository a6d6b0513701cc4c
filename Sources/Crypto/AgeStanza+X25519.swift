extension AgeStanza {
    private static let x25519 = "X25519"
    private static let purpose = "age-encryption.org/v1/X25519"
    // Each wrapping key is used once, so age's format fixes the nonce.
    private static let nonce = [UInt8](repeating: 0, count: ChaChaPoly.nonceLength)

    /// The file key wrapped for a public key, by a secret key used for this file only.
    init(wrapping fileKey: [UInt8], for recipient: AgreementPublicKey, once: AgreementKey) throws(AgeError) {
        guard let secret = try? once.sharedSecret(with: recipient) else { throw .unusableRecipient }
        let key = HKDF.sha256(secret, salt: once.publicKey.bytes + recipient.bytes, info: Self.purpose)
        words = [Self.x25519, Base64.unpadded.encode(once.publicKey.bytes)]
        body = ChaChaPoly.seal(fileKey, key: key, nonce: Self.nonce)
    }

    /// The file key, if this stanza wraps it for this key.
    ///
    /// - Throws: `AgeError.malformedHeader` for an X25519 stanza that is not in age's form.
    func fileKey(for identity: AgreementKey) throws(AgeError) -> [UInt8]? {
        guard words.first == Self.x25519 else { return nil }
        guard words.count == 2, body.count == AgeHeader.fileKeyLength + ChaChaPoly.tagLength,
            let share = Base64.unpadded.decode(words[1]), let once = try? AgreementPublicKey(share),
            let secret = try? identity.sharedSecret(with: once)
        else { throw .malformedHeader }
        let key = HKDF.sha256(secret, salt: once.bytes + identity.publicKey.bytes, info: Self.purpose)
        return ChaChaPoly.open(body, key: key, nonce: Self.nonce)
    }
}
