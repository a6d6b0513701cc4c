import Testing

@testable import Crypto

/// What only a file made by hand can show.
@Suite struct AgeFormatTests {
    private let fileKey = Array(0..<16 as Range<UInt8>)

    /// RFC 5869, appendix A.3, its first 32 bytes.
    @Test func derivedKeysAreThoseOfTheRFC() {
        let key = HKDF.sha256([UInt8](repeating: 0x0b, count: 22), salt: [], info: "")
        #expect(Hex.encode(key) == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d")
    }

    @Test(arguments: [0, 1, 47, 48, 49, 96, 256])
    func aStanzaEndsWithALineThatIsNotFull(bodyLength: Int) throws {
        let stanza = AgeStanza(words: ["kind", "argument"], body: [UInt8](repeating: 7, count: bodyLength))
        let lines = stanza.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
        #expect(lines.dropLast().allSatisfy { $0.count == 64 })
        #expect(try #require(lines.last).count < 64)
        let text = Array(AgeHeader([stanza, stanza], fileKey: fileKey).text.utf8)
        let read = try #require(try AgeHeader.read(text + [1, 2, 3]))
        #expect(read.header.stanzas == [stanza, stanza])
        #expect(read.length == text.count)
    }

    @Test func aHeaderIsAwaitedToItsLastByte() throws {
        let text = Array(AgeHeader([AgeStanza(words: ["kind"], body: [7])], fileKey: fileKey).text.utf8)
        for count in text.indices {
            #expect(try AgeHeader.read(Array(text[..<count])) == nil)
        }
    }

    @Test func aHeaderWrittenAnotherWayIsRefused() {
        let text = AgeHeader([AgeStanza(words: ["kind"], body: [7])], fileKey: fileKey).text
        for (from, to) in [("-> kind", "->  kind"), ("kind\n", "kind\r\n"), ("Bw", "B\nw"), ("-> kind\n", "")] {
            let other = text.replacing(from, with: to)
            #expect(other != text)
            #expect(throws: AgeError.malformedHeader) { try AgeHeader.read(Array(other.utf8)) }
        }
    }

    @Test func aShareThatHidesNothingIsRefused() {
        let zero = Base64.unpadded.encode([UInt8](repeating: 0, count: 32))
        let stanza = AgeStanza(words: ["X25519", zero], body: [UInt8](repeating: 0, count: 32))
        #expect(throws: AgeError.malformedHeader) { try stanza.fileKey(for: AgreementKey()) }
    }

    @Test func anEmptyLastChunkBehindAnotherIsRefused() throws {
        var sealing = AgeChunks(fileKey: fileKey, nonce: [])
        let first = sealing.seal([UInt8](repeating: 1, count: AgeChunks.length), isLast: false)
        let empty = sealing.seal([], isLast: true)
        var opening = AgeChunks(fileKey: fileKey, nonce: [])
        #expect(try opening.open(first, isLast: false).count == AgeChunks.length)
        #expect(throws: AgeError.notAuthentic) { try opening.open(empty, isLast: true) }
    }
}
