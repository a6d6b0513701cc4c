/// A file in the age format being decrypted, piece by piece (age-encryption.org/v1).
package struct AgeDecryption: ~Copyable {
    private let identity: AgreementKey
    private var chunks: AgeChunks?
    private var waiting: [UInt8] = []

    /// A file of which nothing has been seen yet, to be opened with this key.
    package init(with identity: AgreementKey) {
        self.identity = identity
    }

    /// The bytes of the message that are known to be true after these bytes of the file.
    ///
    /// Whether the message is whole is known only after `finish`.
    ///
    /// - Throws: `AgeError`; the file must then be given up.
    package mutating func update(_ bytes: [UInt8]) throws(AgeError) -> [UInt8] {
        waiting += bytes
        try readHeader()
        guard var chunks else { return [] }
        var message: [UInt8] = []
        var start = 0
        // A full chunk waits too: only the next byte tells that it is not the last.
        while waiting.count - start > AgeChunks.sealedLength {
            let end = start + AgeChunks.sealedLength
            message += try chunks.open(Array(waiting[start..<end]), isLast: false)
            start = end
        }
        waiting.removeFirst(start)
        self.chunks = chunks
        return message
    }

    /// The rest of the message, which is then whole.
    ///
    /// - Throws: `AgeError.notAuthentic` for a file cut short, `.malformedHeader` for one cut before its payload.
    package consuming func finish() throws(AgeError) -> [UInt8] {
        guard var chunks else { throw .malformedHeader }
        return try chunks.open(waiting, isLast: true)
    }

    private mutating func readHeader() throws(AgeError) {
        guard chunks == nil, let (header, length) = try AgeHeader.read(waiting),
            waiting.count >= length + AgeChunks.nonceLength
        else { return }
        let end = length + AgeChunks.nonceLength
        let fileKey = try header.fileKey(for: identity)
        chunks = AgeChunks(fileKey: fileKey, nonce: Array(waiting[length..<end]))
        waiting.removeFirst(end)
    }
}
