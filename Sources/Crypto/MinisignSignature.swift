/// A prehashed minisign signature, the content of a `.minisig` file.
///
/// The format is four lines: a comment, Base64 of `ED` + key id + signature, the trusted comment, and Base64 of the
/// signature of signature + trusted comment (jedisct1.github.io/minisign).
package struct MinisignSignature: Sendable, Equatable {
    private static let algorithm = Array("ED".utf8)
    private static let longestComment = 8_000
    private static let untrustedMark = "untrusted comment: "
    private static let trustedMark = "trusted comment: "

    /// The id of the key that signed, 8 bytes.
    package let keyID: [UInt8]
    /// What the signer says about the message; true only after `MinisignPublicKey.verify`.
    package let trustedComment: String
    let signature: [UInt8]
    let commentSignature: [UInt8]

    init(
        keyID: [UInt8], signature: [UInt8], trustedComment: String, commentSignature: [UInt8]
    ) throws(MinisignError) {
        let comment = trustedComment.utf8
        guard comment.count <= Self.longestComment, !comment.contains(where: "\r\n".utf8.contains) else {
            throw .malformedSignature
        }
        self.keyID = keyID
        self.signature = signature
        self.trustedComment = trustedComment
        self.commentSignature = commentSignature
    }

    /// The signature in the content of a `.minisig` file.
    ///
    /// - Throws: `MinisignError.malformedSignature`, also for the older kind that is not prehashed.
    package init(text: String) throws(MinisignError) {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        guard lines.count == 4 || lines.count == 5 && lines[4].isEmpty,
            lines[0].hasPrefix(Self.untrustedMark), lines[2].hasPrefix(Self.trustedMark),
            let signed = Base64.padded.decode(String(lines[1])), signed.count == 74,
            signed.starts(with: Self.algorithm),
            let commentSignature = Base64.padded.decode(String(lines[3]))
        else { throw .malformedSignature }
        try self.init(
            keyID: Array(signed[2..<10]), signature: Array(signed[10...]),
            trustedComment: String(lines[2].dropFirst(Self.trustedMark.count)), commentSignature: commentSignature)
    }

    /// The content of a `.minisig` file.
    package var text: String {
        """
        \(Self.untrustedMark)signature of diemdanh
        \(Base64.padded.encode(Self.algorithm + keyID + signature))
        \(Self.trustedMark)\(trustedComment)
        \(Base64.padded.encode(commentSignature))

        """
    }
}
