/// A participant's code (mã tham dự): six random digits and two check digits, shown as `482 157 91`.
///
/// Digits are the only alphabet that survives Telex, VNI, Caps Lock and keyboard layouts. The check digits are
/// ISO 7064 MOD 97-10, which finds every single wrong digit and every swap of neighbours.
package struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The first six digits, 0…999,999.
    package let serial: Int

    /// Programmer error outside 0…999,999.
    package init(serial: Int) {
        precondition((0..<Code.count).contains(serial), "a code has six digits before its check digits")
        self.serial = serial
    }

    /// How many codes there are.
    package static let count = 1_000_000

    /// Reads eight digits with or without spaces; nil for anything else and for wrong check digits.
    package init?(_ text: some StringProtocol) {
        guard let serial = CheckedDigits.serial(text, count: 8) else { return nil }
        self.serial = serial
    }

    /// The eight digits as a number.
    package var number: Int { CheckedDigits.number(serial) }

    /// The eight digits without spaces.
    package var digits: String { padded(number, to: 8) }

    /// The spoken groups: `482 157 91`.
    package var description: String {
        let digits = digits
        return "\(digits.prefix(3)) \(digits.dropFirst(3).prefix(3)) \(digits.suffix(2))"
    }
}

/// A number with leading zeros up to `width` digits.
package func padded(_ number: some BinaryInteger, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
