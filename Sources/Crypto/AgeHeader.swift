/// The text at the start of an age file: the recipients, authenticated under the file key.
struct AgeHeader {
    static let fileKeyLength = 16
    static let intro = "age-encryption.org/v1"
    static let footMark = "---"

    var stanzas: [AgeStanza]
    /// The MAC at the end, 32 bytes.
    var mac: [UInt8]

    /// The header of a file with this key.
    init(_ stanzas: [AgeStanza], fileKey: [UInt8]) {
        self.stanzas = stanzas
        mac = []
        mac = expectedMAC(fileKey: fileKey)
    }

    /// A header as it was read; its MAC is not checked yet.
    init(read stanzas: [AgeStanza], mac: [UInt8]) {
        self.stanzas = stanzas
        self.mac = mac
    }

    /// The whole header, to the end of its last line.
    var text: String {
        authenticatedText + " " + Base64.unpadded.encode(mac) + "\n"
    }

    /// The file key for the owner of this secret key.
    ///
    /// - Throws: `AgeError.notForThisKey`, `.notAuthentic` or `.malformedHeader`.
    func fileKey(for identity: AgreementKey) throws(AgeError) -> [UInt8] {
        for stanza in stanzas {
            guard let fileKey = try stanza.fileKey(for: identity) else { continue }
            guard constantTimeEqual(expectedMAC(fileKey: fileKey), mac) else { throw .notAuthentic }
            return fileKey
        }
        throw .notForThisKey
    }

    private var authenticatedText: String {
        Self.intro + "\n" + stanzas.map(\.text).joined() + Self.footMark
    }

    private func expectedMAC(fileKey: [UInt8]) -> [UInt8] {
        HMAC.sha256(Array(authenticatedText.utf8), key: HKDF.sha256(fileKey, salt: [], info: "header"))
    }
}
