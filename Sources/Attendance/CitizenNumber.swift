/// The twelve digits of a citizen card (số định danh): province, century with sex, year of birth, serial.
///
/// It has no check digit, so a typing error cannot be found from the number alone. Structure after
/// NĐ 137/2015/NĐ-CP, article 13.
package struct CitizenNumber: Hashable, Sendable {
    package let digits: String

    /// Nil unless the text is exactly twelve ASCII digits, apart from white space around it.
    package init?(_ text: some StringProtocol) {
        let digits = String(text.filter { !$0.isWhitespace })
        let isNumber = digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits.utf8.count == 12, isNumber else { return nil }
        self.digits = digits
    }

    /// The number with its leading zeros put back, as a spreadsheet lost them; nil for fewer than ten digits.
    ///
    /// Ten digits are a tax code too: the column's heading must say that these are citizen numbers.
    package init?(withoutLeadingZeros text: some StringProtocol) {
        let digits = text.filter { !$0.isWhitespace }
        guard (10...12).contains(digits.count) else { return nil }
        self.init(String(repeating: "0", count: 12 - digits.count) + digits)
    }

    /// Whether a text shows a citizen number: twelve digits by themselves, the first a zero as of everybody born here.
    package static func isShown(in text: String) -> Bool {
        text.split { !$0.isASCII || !$0.isNumber }.contains { $0.utf8.count == 12 && $0.hasPrefix("0") }
    }

    /// Where the birth was registered: three digits, a province or a country.
    private var registrationCode: Substring { digits.prefix(3) }

    /// Even for men, odd for women, two per century from 1900.
    private var centuryDigit: Int { Int(digits.dropFirst(3).prefix(1)) ?? 0 }

    package var sex: Sex { centuryDigit.isMultiple(of: 2) ? .male : .female }

    package var birthYear: Int { 1900 + centuryDigit / 2 * 100 + (Int(digits.dropFirst(4).prefix(2)) ?? 0) }

    /// Whether births were registered under this province code before July 2025 (TT 07/2016/TT-BCA, appendix 1).
    ///
    /// People registered abroad have a country's code, so an unknown one is no error.
    package var hasKnownProvince: Bool { Self.provinceCodes.contains(String(registrationCode)) }

    private static let provinceCodes = Set(
        """
        001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 \
        044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 \
        089 091 092 093 094 095 096
        """.split(separator: " ").map(String.init))
}
