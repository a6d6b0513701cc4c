import QRCode
import Testing

@Suite struct PictureReadingTests {
    @Test func eachFormatSaysWhatItsCodeSays() throws {
        for sample in try PictureFile.samples() {
            #expect(try Picture(sample.file, format: sample.format).texts() == [sample.text])
        }
    }

    @Test(arguments: [
        PictureFile.card, "Đường Đê La Thành, H'Ví Niê, Quảng Ngãi – Ồ", "日本", "żółć", "plain ASCII 0123",
    ])
    func unmarkedBytesAreUTF8(text: String) throws {
        let png = try QRCode(text: text).png()
        #expect(try Picture(png, format: .png).texts() == [text])
    }

    @Test func severalCodesInViewAreAllRead() throws {
        let codes = try ["48215791", "1482157482157910123456789"].map { try QRCode(digits: $0) }
        let frame = try PictureFile.frame((codes[0], 20, 20), (codes[1], 250, 250))
        #expect(Set(frame.texts(isPatient: true)) == ["48215791", "1482157482157910123456789"])
    }

    @Test func aNoisyFrameIsRead() throws {
        let clean = try PictureFile.frame((try QRCode(digits: PictureFile.badge), 100, 120))
        #expect(try PictureFile.noisy(clean).texts(isPatient: false) == [PictureFile.badge])
    }

    @Test func aFrameOutOfFocusIsRead() throws {
        let clean = try PictureFile.frame(dot: 7, (try QRCode(digits: PictureFile.badge), 100, 120))
        #expect(try PictureFile.blurred(clean).texts(isPatient: false) == [PictureFile.badge])
    }

    @Test func aSmallCodeInAFrameIsRead() throws {
        let frame = try PictureFile.frame(dot: 2, (try QRCode(digits: PictureFile.badge), 200, 220))
        #expect(frame.texts(isPatient: false) == [PictureFile.badge])
    }

    @Test func aBarcodeOfAProductIsIgnored() throws {
        #expect(try Picture(try PictureFile.fixture("ean13.png"), format: .png).texts() == [])
    }

    @Test func aPictureWithoutACodeSaysNothing() throws {
        #expect(try PictureFile.frame().texts(isPatient: true) == [])
        for (width, height) in [(1, 1), (2, 2), (3, 40), (40, 3), (17, 19), (640, 480)] {
            let frame = try PictureFile.frame(width: width, height: height)
            #expect(frame.texts(isPatient: true) == [] && frame.texts(isPatient: false) == [])
        }
    }

    @Test(arguments: Picture.Format.allCases)
    func aFileOfAnotherFormatIsToldFromADamagedOne(format: Picture.Format) throws {
        for sample in try PictureFile.samples() where sample.format != format {
            #expect(throws: PictureError.otherFormat) { try Picture(sample.file, format: format) }
        }
        #expect(throws: PictureError.otherFormat) { try Picture([], format: format) }
    }

    @Test func aHeadThatPromisesTooManyDotsIsRefusedBeforeMemoryIsTaken() throws {
        #expect(throws: PictureError.tooLarge) { try Picture(Array("P5 99999 99999 255\n".utf8), format: .pgm) }
        var png = try QRCode(digits: "1").png()
        // Width and height of IHDR, 30,000 each, one byte a dot, and the chunk's checksum; the dots that follow are too few.
        let head: [UInt8] = [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 0, 0, 0, 0, 0x43, 0x4c, 0xa7, 0x66]
        png.replaceSubrange(16..<33, with: head)
        #expect(throws: PictureError.tooLarge) { try Picture(png, format: .png) }
        var jpeg = try PictureFile.fixture("badge.jpg")
        let size = try #require(jpeg.indices.first { jpeg[$0...].starts(with: [0xff, 0xc0]) }) + 5
        jpeg.replaceSubrange(size..<size + 4, with: [0x7f, 0xff, 0x7f, 0xff])
        #expect(throws: PictureError.tooLarge) { try Picture(jpeg, format: .jpeg) }
    }

    @Test func aJPEGThatGoesOverItsPictureForEverIsRefused() throws {
        let jpeg = try PictureFile.fixture("badge-progressive.jpg")
        let last = try #require(jpeg.indices.last { jpeg[$0...].starts(with: [0xff, 0xda]) })
        let scan = jpeg[last..<(jpeg.endIndex - 2)]
        let long = jpeg.prefix(last) + Array(repeating: Array(scan), count: 40).joined() + [0xff, 0xd9]
        #expect(throws: PictureError.tooLarge) { try Picture(Array(long), format: .jpeg) }
        #expect(try Picture(jpeg, format: .jpeg).texts() == [PictureFile.badge])
    }

    @Test(arguments: [
        "P5", "P5 10", "P5 10 10 255", "P5 0 10 255 ", "P5 10 10 65535 ", "P5 -1 10 255 ", "P5 10 10 255 short",
    ])
    func aBrokenPGMIsDamaged(head: String) {
        #expect(throws: PictureError.damaged) { try Picture(Array(head.utf8), format: .pgm) }
    }

    @Test func commentsOfAPGMAreSkipped() throws {
        let frame = try PictureFile.frame((try QRCode(digits: "48215791"), 10, 10))
        let head = Array("P5 # a frame\n480\n# made by a page\n480 255\n".utf8)
        #expect(try Picture(head + frame.pixels, format: .pgm).texts() == ["48215791"])
    }
}
