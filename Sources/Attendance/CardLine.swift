/// The fields of a card's line, told apart by where the date of birth stands.
///
/// Seven fields on the card of 2021; six where the former number is missing; the card of July 2024 appends others, which
/// may name a child's parents and are never looked at. Numbers are read from the raw text: after Unicode normalisation
/// what a Vietnamese keyboard layout made of them could no longer be undone.
struct CardLine {
    /// The digits of the first field; a prefix that the scanner adds is left out.
    let number: String
    let name: String
    let birth: String
    let sex: String
    let address: String
    let issued: String

    /// Nil for text with too few fields.
    init?(_ line: String) {
        let fields = ScannedText.cleaned(line).unicodeScalars
            .split(separator: "|", omittingEmptySubsequences: false).map { String(String.UnicodeScalarView($0)) }
        let start = Self.hasFormerNumber(fields) ? 2 : 1
        guard fields.count >= start + 4 else { return nil }
        number = Self.number(fields[0])
        (name, birth) = (Self.text(fields[start]), Self.digits(fields[start + 1]))
        (sex, address) = (Self.text(fields[start + 2]), Self.text(fields[start + 3]))
        issued = fields.count > start + 4 ? Self.digits(fields[start + 4]) : ""
    }

    /// The date of birth is the fourth field or the third; where neither is a date, a number or nothing before the name.
    private static func hasFormerNumber(_ fields: [String]) -> Bool {
        guard fields.count > 3 else { return false }
        if isDate(fields[3]) { return true }
        return !isDate(fields[2]) && fields[1].unicodeScalars.allSatisfy(\.isASCIIDigit)
    }

    private static func isDate(_ field: String) -> Bool {
        [4, 6, 8].contains(digits(field).utf8.count)
    }

    /// Empty for a field that is no number.
    private static func digits(_ field: String) -> String {
        let unslashed = String(String.UnicodeScalarView(field.unicodeScalars.filter { $0 != "/" }))
        return KeyboardRepair.digits(from: unslashed) ?? ""
    }

    private static func number(_ field: String) -> String {
        let digits = digits(field)
        guard digits.isEmpty else { return digits }
        return String(String.UnicodeScalarView(field.unicodeScalars.filter(\.isASCIIDigit)))
    }

    /// UTF-8 that was read as Windows-1252 is repaired, field by field: one broken field does not spoil the others.
    private static func text(_ field: String) -> String {
        VietnameseText.tidied(LegacyEncoding.utf8AsWindows1252.decoded(field) ?? field)
    }
}

extension Unicode.Scalar {
    /// 0…9.
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
