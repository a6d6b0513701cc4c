import Archive
import Testing

@Suite struct ZipTests {
    private let roomy = ZipLimits(parts: 10, inflatedBytes: 1 << 20)
    private let parts = [
        (name: "one.txt", content: Array("một".utf8)), (name: "empty", content: []),
        (name: "many", content: [UInt8](repeating: 7, count: 300_000)),
    ]

    @Test func whatWasWrittenIsRead() throws {
        let reader = try ZipReader(try ZipWriter.bytes(parts), limits: roomy)
        #expect(reader.names == parts.map(\.name))
        for part in parts { #expect(try reader.bytes(of: part.name) == part.content) }
        #expect(try reader.bytes(of: "two.txt") == nil)
    }

    @Test func theSamePartsGiveTheSameBytes() throws {
        #expect(try ZipWriter.bytes(parts) == ZipWriter.bytes(parts))
    }

    @Test func anArchiveThatExpandsTooFarIsGivenUp() throws {
        let reader = try ZipReader(try ZipWriter.bytes(parts), limits: ZipLimits(parts: 10, inflatedBytes: 299_999))
        #expect(throws: ZipError.expandsTooFar) { try reader.bytes(of: "many") }
    }

    @Test func tooManyPartsAreRefused() throws {
        let bytes = try ZipWriter.bytes(parts)
        #expect(throws: ZipError.tooManyParts) {
            try ZipReader(bytes, limits: ZipLimits(parts: 2, inflatedBytes: 1 << 20))
        }
    }

    @Test func everyBeginningOfAnArchiveIsRefused() throws {
        let bytes = try ZipWriter.bytes(parts)
        for count in 1..<bytes.count {
            #expect(throws: ZipError.self) { try ZipReader(Array(bytes.prefix(count)), limits: roomy) }
        }
    }
}
