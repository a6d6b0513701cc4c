/// Why a minisign key or signature was refused.
package enum MinisignError: Error, Equatable {
    /// The text is not in the format of a public key.
    case malformedPublicKey
    /// The text is not in the format of a prehashed signature, or a comment has a line break or is too long.
    case malformedSignature
    /// The signature names another key; both ids as minisign prints them.
    case anotherKey(expected: String, actual: String)
    /// The signed bytes or the trusted comment are not what was signed.
    case notAuthentic
}
