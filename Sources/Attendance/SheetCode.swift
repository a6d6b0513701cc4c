/// What a printed roll-call sheet bears: eight random digits and two check digits, shown as `48215 79103`.
///
/// Ten digits are neither a participant's code nor a badge: a sheet typed or scanned at the wrong place checks nobody in.
package struct SheetCode: Hashable, Sendable, CustomStringConvertible {
    /// The first eight digits, 0…99,999,999.
    package let serial: Int

    /// How many codes there are.
    package static let count = 100_000_000

    /// Programmer error outside 0…99,999,999.
    package init(serial: Int) {
        precondition((0..<SheetCode.count).contains(serial), "a sheet code has eight digits before its check digits")
        self.serial = serial
    }

    /// Reads ten digits with or without spaces; nil for anything else and for wrong check digits.
    package init?(_ text: some StringProtocol) {
        guard let serial = CheckedDigits.serial(text, count: 10) else { return nil }
        self.serial = serial
    }

    /// The ten digits without spaces.
    package var digits: String { padded(CheckedDigits.number(serial), to: 10) }

    /// The spoken groups: `48215 79103`.
    package var description: String { "\(digits.prefix(5)) \(digits.suffix(5))" }
}
