internal import Attendance

/// Reads a birth date: a day, a month and year, or a year alone.
enum BirthReading {
    /// Days come before months whatever the file's own locale says. The warning is `bad_birth_date`.
    static func read(_ cell: Cell, today: CivilDate) -> FieldReading<BirthDate> {
        guard let birth = birth(cell, today: today), birth.year <= today.year else {
            return FieldReading(warning: "bad_birth_date")
        }
        guard case .number(let number) = cell, number > 9_999 else { return FieldReading(birth) }
        return FieldReading(birth, repairs: [.init(from: cell.text, to: birth.iso, why: "serial_date")])
    }

    private static func birth(_ cell: Cell, today: CivilDate) -> BirthDate? {
        switch cell {
        case .date(let date): dated(date)
        case .number(let number): numbered(number)
        case .text, .legacyText: written(cell.text, today: today)
        case .boolean, .error: nil
        }
    }

    /// A year typed into a cell that shows days is a day of 1905: the year was meant.
    private static func dated(_ date: CivilDate) -> BirthDate? {
        date.year == 1905
            ? BirthDate(year: date.excelSerial) : BirthDate(year: date.year, month: date.month, day: date.day)
    }

    private static func numbered(_ number: Double) -> BirthDate? {
        guard let whole = Int(exactly: number) else { return nil }
        if whole <= 9_999 { return BirthDate(year: whole) }
        return CivilDate(excelSerial: number).flatMap { BirthDate(year: $0.year, month: $0.month, day: $0.day) }
    }

    private static func written(_ text: String, today: CivilDate) -> BirthDate? {
        let parts = text.split { "/-. ".contains($0) }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, let last = parts.last, let first = parts.first else { return nil }
        switch numbers.count {
        case 1: return numbered(Double(numbers[0]))
        case 2: return BirthDate(year: year(last, today), month: numbers[0])
        case 3 where first.count == 4: return BirthDate(year: numbers[0], month: numbers[1], day: numbers[2])
        case 3: return BirthDate(year: year(last, today), month: numbers[1], day: numbers[0])
        default: return nil
        }
    }

    /// Two digits mean the century in which the person is at least ten years old.
    private static func year(_ text: Substring, _ today: CivilDate) -> Int {
        guard let number = Int(text) else { return 0 }
        guard text.count == 2 else { return number }
        return 2_000 + number + 10 <= today.year ? 2_000 + number : 1_900 + number
    }
}
