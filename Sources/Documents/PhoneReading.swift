internal import Attendance

/// Reads a phone number as ten digits, or eleven for some land lines.
enum PhoneReading {
    /// The warning is `bad_phone`, or `several_phones` where the first of several was taken.
    static func read(_ cell: Cell) -> FieldReading<String> {
        let written = cell.text.split { ",;/\n".contains($0) }
        let candidates = written.map { $0.filter { "0"..."9" ~= $0 } }.filter { !$0.isEmpty }
        guard let digits = candidates.first, let phone = PhoneNumber.national(digits) else {
            return FieldReading(warning: candidates.isEmpty && isNone(cell.text) ? nil : "bad_phone")
        }
        var reading = FieldReading(phone, warning: candidates.count > 1 ? "several_phones" : nil)
        if phone != digits {
            let why = digits.count == 9 ? "leading_zero" : "country_code"
            reading.repairs = [.init(from: String(written.first ?? "").trimmed, to: phone, why: why)]
        }
        return reading
    }

    /// A dash or words that say there is none.
    private static func isNone(_ text: String) -> Bool {
        let key = VietnameseText.folded(text)
        return !key.contains(where: \.isLetter) || key.hasPrefix("khong") || key.hasPrefix("chua")
    }
}
