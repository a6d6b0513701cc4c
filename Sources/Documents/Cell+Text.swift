internal import Attendance

extension Cell {
    /// What a reader sees in the cell, spaces at the ends removed; dates as `dd/mm/yyyy`.
    package var text: String {
        switch self {
        case .text(let text), .legacyText(let text, _, _), .error(let text): text.trimmed
        case .number(let number): Cell.plain(number)
        case .date(let date): "\(date.day)/\(date.month)/\(date.year)"
        case .boolean(let flag): flag ? "TRUE" : "FALSE"
        }
    }

    /// Bytes of UTF-8 of a text.
    var textBytes: Int {
        switch self {
        case .text(let text), .error(let text): text.utf8.count
        case .legacyText(let text, let stored, _): text.utf8.count + stored.utf8.count
        case .number, .date, .boolean: 0
        }
    }

    /// A whole number without exponent and fraction, so that a citizen number stored as number keeps its digits.
    private static func plain(_ number: Double) -> String {
        guard let whole = Int64(exactly: number) else { return String(number) }
        return String(whole)
    }
}
