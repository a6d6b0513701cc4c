/// A birth date as far as it is known: the law allows the year alone, or month and year.
package struct BirthDate: Hashable, Sendable {
    package let year: Int
    /// 1…12; nil when only the year is known.
    package let month: Int?
    /// 1…31; nil when the day is not known.
    package let day: Int?

    /// Nil for a year outside 1900…2100, a month or day that no calendar has, or a day without a month.
    package init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1900...2100).contains(year) else { return nil }
        if let month, !(1...12).contains(month) { return nil }
        if let day {
            guard let month, (1...CivilDate.days(inMonth: month, of: year)).contains(day) else { return nil }
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// ISO 8601 with what is known: `1990-03-08`, `1990-03` or `1990`.
    package var iso: String {
        [String(year), month.map(twoDigits), day.map(twoDigits)].compactMap(\.self).joined(separator: "-")
    }

    /// Reads what ``iso`` writes.
    package init?(iso: String) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...3).contains(parts.count), !parts.contains(nil) else { return nil }
        let numbers = parts.compactMap(\.self)
        self.init(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    }

    /// Whole years on a day; by the year alone where no more is known.
    package func age(on day: CivilDate) -> Int {
        let hadBirthday = (month ?? 1, self.day ?? 1) <= (day.month, day.day)
        return day.year - year - (hadBirthday ? 0 : 1)
    }
}
