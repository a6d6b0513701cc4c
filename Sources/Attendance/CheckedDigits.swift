/// Numbers with two check digits at their end (ISO 7064 MOD 97-10), which find every single wrong digit and every swap
/// of neighbours.
enum CheckedDigits {
    /// Reads `count` digits with or without spaces; the number before the check digits, or nil for anything else and
    /// for wrong check digits.
    static func serial(_ text: some StringProtocol, count: Int) -> Int? {
        var value = 0
        var digits = 0
        for byte in text.utf8 where byte != UInt8(ascii: " ") {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < count else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            digits += 1
        }
        return digits == count && value % 97 == 1 ? value / 100 : nil
    }

    /// The number with its check digits: what leaves 1 when divided by 97.
    static func number(_ serial: Int) -> Int { serial * 100 + 98 - serial * 100 % 97 }
}
