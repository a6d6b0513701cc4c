internal import CSodium

extension AgreementKey {
    /// The key that opens what was sealed to the owner of a signing key (`crypto_sign_ed25519_sk_to_curve25519`): a box
    /// has one key to show, for both purposes.
    ///
    /// - Throws: `CryptoError.wrongKeyLength`, which libsodium's own length never is.
    package init(_ key: SigningKey) throws(CryptoError) {
        Sodium.start()
        var secret = [UInt8](repeating: 0, count: crypto_scalarmult_scalarbytes())
        crypto_sign_ed25519_sk_to_curve25519(&secret, key.secretKey)
        try self.init(secret)
    }
}

extension AgreementPublicKey {
    /// The key to seal to for the owner of a verifying key (`crypto_sign_ed25519_pk_to_curve25519`).
    ///
    /// - Throws: `CryptoError.unusablePublicKey` for bytes that are no point of the curve.
    package init(_ key: VerifyingKey) throws(CryptoError) {
        Sodium.start()
        var bytes = [UInt8](repeating: 0, count: crypto_scalarmult_bytes())
        guard crypto_sign_ed25519_pk_to_curve25519(&bytes, key.bytes) == 0 else { throw .unusablePublicKey }
        self.init(checked: bytes)
    }
}
