/// A file being encrypted to public keys in the age format, piece by piece (age-encryption.org/v1).
package struct AgeEncryption: ~Copyable {
    private var chunks: AgeChunks
    private var ready: [UInt8]
    private var waiting: [UInt8] = []

    /// A file that the owner of any of these keys can read.
    ///
    /// - Throws: `AgeError.unusableRecipient`, also if there is none.
    package init(to recipients: [AgreementPublicKey]) throws(AgeError) {
        guard !recipients.isEmpty else { throw .unusableRecipient }
        let fileKey = Random.bytes(AgeHeader.fileKeyLength)
        let nonce = Random.bytes(AgeChunks.nonceLength)
        var stanzas: [AgeStanza] = []
        for recipient in recipients {
            stanzas.append(try AgeStanza(wrapping: fileKey, for: recipient, once: AgreementKey()))
        }
        ready = Array(AgeHeader(stanzas, fileKey: fileKey).text.utf8) + nonce
        chunks = AgeChunks(fileKey: fileKey, nonce: nonce)
    }

    /// The bytes of the file that are ready after these bytes of the message; often none.
    package mutating func update(_ bytes: [UInt8]) -> [UInt8] {
        waiting += bytes
        var start = 0
        // A full chunk waits too: only the next byte tells that it is not the last.
        while waiting.count - start > AgeChunks.length {
            let end = start + AgeChunks.length
            ready += chunks.seal(Array(waiting[start..<end]), isLast: false)
            start = end
        }
        waiting.removeFirst(start)
        defer { ready = [] }
        return ready
    }

    /// The rest of the file.
    package consuming func finish() -> [UInt8] {
        ready + chunks.seal(waiting, isLast: true)
    }
}
