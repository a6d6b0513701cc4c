import QRCode
import Testing

@Suite struct QRCodeTests {
    private let badge = "1482157482157910123456789"

    @Test(arguments: ["1482157482157910123456789", "0000000000000000000000000", "9999999999999999999999999"])
    func aBadgeOf25DigitsIsVersion1LevelQ(badge: String) throws {
        let code = try QRCode(digits: badge, level: .quartile)
        #expect(badge.count == 25)
        #expect(code.version == 1)
        #expect(code.width == 21)
        let symbol = Version1Symbol(code)
        #expect(symbol.levelBits == 0b11)
        #expect(symbol.digits == badge)
    }

    @Test(arguments: ["0", "48", "48215791", "000", "123456789012345678901234567"])
    func theSymbolSaysTheDigits(digits: String) throws {
        #expect(Version1Symbol(try QRCode(digits: digits, level: .quartile)).digits == digits)
    }

    @Test(arguments: zip(CorrectionLevel.allCases, [0b01, 0b00, 0b11, 0b10]))
    func theSymbolNamesItsLevel(level: CorrectionLevel, bits: Int) throws {
        #expect(Version1Symbol(try QRCode(digits: "48215791", level: level)).levelBits == bits)
    }

    @Test func oneDigitMoreThanAVersionHoldsTakesTheNext() throws {
        #expect(try QRCode(digits: String(repeating: "7", count: 27), level: .quartile).version == 1)
        #expect(try QRCode(digits: String(repeating: "7", count: 28), level: .quartile).version == 2)
    }

    @Test(arguments: ["123a", "12 34", "１２３", "-1", "12\n"])
    func onlyDigitsAreDigits(text: String) {
        #expect(throws: QRCodeError.notDigits) { try QRCode(digits: text) }
    }

    @Test func whatCannotBeACodeIsRefused() {
        #expect(throws: QRCodeError.empty) { try QRCode(digits: "") }
        #expect(throws: QRCodeError.empty) { try QRCode(text: "") }
        #expect(throws: QRCodeError.unencodable) { try QRCode(text: "a\0b") }
        #expect(throws: QRCodeError.tooLong) { try QRCode(digits: String(repeating: "1", count: 7_090), level: .low) }
        #expect(throws: QRCodeError.tooLong) { try QRCode(text: String(repeating: "ă", count: 2_000)) }
    }

    @Test func theLargestCodeIsMade() throws {
        let code = try QRCode(digits: String(repeating: "1", count: 7_089), level: .low)
        #expect(code.version == 40)
        #expect(code.width == 177)
    }

    @Test func aTextGrowsWithItsBytes() throws {
        #expect(try QRCode(text: "http://10.42.0.1/", level: .low).version == 1)
        #expect(try QRCode(text: "Nguyễn Thị Điểm", level: .low).version == 2)
    }

    @Test func everythingAroundTheCodeIsLight() throws {
        let code = try QRCode(digits: badge)
        #expect(code.isDark(row: 0, column: 0))
        for (row, column) in [(-1, 0), (0, -1), (21, 0), (0, 21), (1_000, 1_000)] {
            #expect(!code.isDark(row: row, column: column))
        }
    }
}
