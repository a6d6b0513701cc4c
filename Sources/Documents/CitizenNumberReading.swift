internal import Attendance

/// Reads a citizen number: twelve digits.
enum CitizenNumberReading {
    /// A number stored without its leading zeros gets them back.
    ///
    /// The warnings: `missing` for an empty cell or words such as "Chưa có", `identity_card_number` for the nine
    /// digits of the old card, `bad_citizen_number` for anything else.
    static func read(_ cell: Cell?) -> FieldReading<String> {
        guard let text = cell?.text, text.contains(where: \.isNumber) else { return FieldReading(warning: "missing") }
        let digits = text.filter { !" .-'".contains($0) && !$0.isWhitespace }
        guard let number = CitizenNumber(withoutLeadingZeros: digits) else {
            let isOldCard = digits.count == 9 && digits.allSatisfy { "0"..."9" ~= $0 }
            return FieldReading(warning: isOldCard ? "identity_card_number" : "bad_citizen_number")
        }
        guard digits.count < 12 else { return FieldReading(number.digits) }
        return FieldReading(number.digits, repairs: [.init(from: text, to: number.digits, why: "leading_zero")])
    }
}
