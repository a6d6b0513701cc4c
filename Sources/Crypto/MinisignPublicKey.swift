/// A public key that checks signatures, in the form `minisign` reads and writes.
package struct MinisignPublicKey: Sendable, Hashable {
    private static let algorithm = Array("Ed".utf8)

    /// The 8 bytes that tell keys apart; they prove nothing.
    package let id: [UInt8]
    /// The Ed25519 key.
    package let key: VerifyingKey

    /// The key with an id made from it, the same each time.
    package init(_ key: VerifyingKey) {
        self.key = key
        id = Array(BLAKE2b256.hash(key.bytes).prefix(8))
    }

    /// The key in a text: the bare line minisign takes after `-P`, or a whole `.pub` file with its comment.
    ///
    /// - Throws: `MinisignError.malformedPublicKey`.
    package init(text: String) throws(MinisignError) {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("untrusted comment:") }
        guard lines.count == 1, let line = lines.first, let bytes = Base64.padded.decode(String(line)),
            bytes.count == 42, bytes.starts(with: Self.algorithm),
            let key = try? VerifyingKey(Array(bytes.dropFirst(10)))
        else { throw .malformedPublicKey }
        self.key = key
        id = Array(bytes[2..<10])
    }

    /// The one line minisign takes after `-P`.
    package var line: String {
        Base64.padded.encode(Self.algorithm + id + key.bytes)
    }

    /// The content of a `.pub` file.
    package var text: String {
        "untrusted comment: minisign public key \(Self.name(ofID: id))\n\(line)\n"
    }

    /// Throws unless the signature was made of this message by this key's owner; its trusted comment is then true as well.
    ///
    /// - Throws: `MinisignError.anotherKey` or `.notAuthentic`.
    package func verify(_ signature: MinisignSignature, of message: [UInt8]) throws(MinisignError) {
        var prehash = MinisignPrehash()
        prehash.update(message)
        try verify(signature, of: prehash)
    }

    /// The same for a message fed piece by piece.
    ///
    /// - Throws: `MinisignError.anotherKey` or `.notAuthentic`.
    package func verify(_ signature: MinisignSignature, of prehash: consuming MinisignPrehash) throws(MinisignError) {
        guard signature.keyID == id else {
            throw .anotherKey(expected: Self.name(ofID: id), actual: Self.name(ofID: signature.keyID))
        }
        let commented = signature.signature + Array(signature.trustedComment.utf8)
        guard key.isValid(signature.signature, for: prehash.finish()),
            key.isValid(signature.commentSignature, for: commented)
        else { throw .notAuthentic }
    }

    /// The id as minisign prints it: the 8 bytes as one little-endian number.
    private static func name(ofID id: [UInt8]) -> String {
        Hex.encode(id.reversed()).uppercased()
    }
}
