import Crypto
import Testing

@testable import Exchange

/// The one line by which a box learns who receives its record.
@Suite struct ProvinceLineTests {
    private let signKey = MinisignPublicKey(SigningKey().verifyingKey)
    private let ageKey = AgreementKey().publicKey
    private static let pin = "sha256//" + Base64.padded.encode([UInt8](repeating: 7, count: 32))
    private static let pem = """
        -----BEGIN CERTIFICATE-----
        \(Base64.padded.encode([UInt8](repeating: 1, count: 48)))
        \(Base64.padded.encode([UInt8](repeating: 2, count: 30)))
        -----END CERTIFICATE-----

        """

    private func make(url: String? = "https://tinh.example.vn", ca: String? = nil) throws -> ProvinceLine {
        try ProvinceLine(url: url, signKey: signKey, ageKey: ageKey, ca: ca)
    }

    @Test(arguments: [nil, "https://tinh.example.vn", "https://tinh.example.vn:8443/nhan"], [nil, pin, pem])
    func whatIsWrittenIsRead(url: String?, ca: String?) throws {
        let line = try make(url: url, ca: ca)
        #expect(try ProvinceLine(text: line.text) == line)
    }

    @Test func messengerMayBreakTheLineUp() throws {
        let line = try make(ca: Self.pin)
        let broken = line.text.enumerated().map { $0 % 40 == 39 ? "\($1)\r\n  " : String($1) }.joined()
        #expect(try ProvinceLine(text: "\u{FEFF} " + broken + "\u{A0}\n") == line)
    }

    @Test func everyShorterBeginningIsCutShort() throws {
        let text = try make(ca: Self.pin).text
        for length in "diemdanh-province-".count..<text.count {
            #expect(throws: ProvinceLineError.truncated) { try ProvinceLine(text: String(text.prefix(length))) }
        }
    }

    @Test func everyChangedCharacterIsNoticed() throws {
        let text = Array(try make(ca: Self.pin).text)
        for place in text.indices.dropFirst("diemdanh-province-1|".count) {
            var other = text
            other[place] = text[place] == "x" ? "y" : "x"
            #expect(throws: ProvinceLineError.self) { try ProvinceLine(text: String(other)) }
        }
    }

    @Test(arguments: [
        "", "48215791", "1234567890123456789012345", "001190000017||Bùi Thị Ví Dụ|08031990|Nữ|Hà Nội|01072021",
        "https://tinh.example.vn", "RWSaYV3lFizeWu3WX5Mda33/WHeJ+6BR553ZVHip32wf0iMj24+MEOrZ",
    ])
    func otherCodesAreForeign(text: String) {
        #expect(throws: ProvinceLineError.foreign) { try ProvinceLine(text: text) }
    }

    @Test func newerLineIsNotGuessedAt() throws {
        let text = try make().text.replacing("diemdanh-province-1|", with: "diemdanh-province-2|")
        #expect(throws: ProvinceLineError.unknownVersion) { try ProvinceLine(text: text) }
    }

    @Test(arguments: [
        "http://tinh.example.vn", "tinh.example.vn", "https://", "https://a b", "https://a|b",
        "https://u:p@tinh.example.vn",
        "ftp://tinh.example.vn", "http://127.evil.example", "http://localhost.evil", "http://[::1].evil",
    ])
    func addressMustBeHTTPS(url: String) {
        #expect(throws: ProvinceLineError.badAddress) { try make(url: url) }
    }

    @Test(arguments: ["http://127.0.0.1:8090", "http://localhost:8090/nhan", "http://[::1]:8090"])
    func thisMachineMayBeTriedWithoutTLS(url: String) throws {
        #expect(try make(url: url).url == url)
    }

    @Test(arguments: ["sha256//short", "/etc/ca.pem", "-----BEGIN CERTIFICATE-----"])
    func authorityMustBeAPinOrACertificate(ca: String) {
        #expect(throws: ProvinceLineError.badAuthority) { try make(ca: ca) }
    }

    @Test func whateverDiffersHasAnotherNumber() throws {
        let other = try ProvinceLine(
            url: "https://tinh.example.vn", signKey: signKey, ageKey: AgreementKey().publicKey, ca: nil)
        let lines = [try make(), try make(url: nil), try make(ca: Self.pin), other]
        #expect(Set(lines.map(\.number)).count == 4)
        #expect(lines.allSatisfy { $0.number.wholeMatch(of: /\d{4}( \d{4}){4}/) != nil })
        #expect(try ProvinceLine(text: lines[2].text).number == lines[2].number)
    }
}
