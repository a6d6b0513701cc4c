/// A secret key that signs so that `minisign -V` can check it.
package struct MinisignKey: Sendable {
    /// The key that checks what this one signed.
    package let publicKey: MinisignPublicKey
    private let key: SigningKey

    /// The minisign form of a signing key; its id follows from the public key, so that only the seed need be kept.
    package init(_ key: SigningKey) {
        self.key = key
        publicKey = MinisignPublicKey(key.verifyingKey)
    }

    /// The signature of the message.
    ///
    /// The trusted comment is signed too and minisign shows it to who verifies; one line of at most 8,000 bytes.
    ///
    /// - Throws: `MinisignError.malformedSignature` for a comment that cannot be written.
    package func signature(
        for message: [UInt8], trustedComment: String
    ) throws(MinisignError) -> MinisignSignature {
        var prehash = MinisignPrehash()
        prehash.update(message)
        return try signature(for: prehash, trustedComment: trustedComment)
    }

    /// The signature of a message fed piece by piece; the same as of the message in one piece.
    ///
    /// - Throws: `MinisignError.malformedSignature` for a comment that cannot be written.
    package func signature(
        for prehash: consuming MinisignPrehash, trustedComment: String
    ) throws(MinisignError) -> MinisignSignature {
        let signature = key.signature(for: prehash.finish())
        return try MinisignSignature(
            keyID: publicKey.id, signature: signature, trustedComment: trustedComment,
            commentSignature: key.signature(for: signature + Array(trustedComment.utf8)))
    }
}
