/// How far a venue's clocks are from UTC.
package enum VietnamTime {
    /// Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975.
    package static let offsetMinutes = 420
}

extension Timestamp {
    /// `2024-06-12T08:03:11+07:00`, to the second.
    package func rfc3339(offsetMinutes offset: Int = VietnamTime.offsetMinutes) -> String {
        let minutes = secondOfDay(offsetMinutes: offset) / 60
        let seconds = secondOfDay(offsetMinutes: offset) % 60
        var text = date(offsetMinutes: offset).iso
        text += "T" + hoursAndMinutes(minutes)
        text += ":" + twoDigits(seconds)
        text += (offset < 0 ? "-" : "+") + hoursAndMinutes(abs(offset))
        return text
    }

    /// Reads an RFC 3339 time; fractions below a millisecond are dropped.
    ///
    /// Nil without an offset: a time whose zone nobody wrote is not a point in time.
    package init?(rfc3339 text: String) {
        var scanner = DigitScanner(text)
        guard let local = scanner.localTime() else { return nil }
        var fraction: Int64 = 0
        if scanner.take(".") {
            guard let read = scanner.fraction() else { return nil }
            fraction = read
        }
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        self = local.adding(milliseconds: fraction).adding(minutes: -offset)
    }

    /// Reads a wall clock time without a zone, such as `2024-08-15T07:30:00`, shown `offset` minutes east of UTC.
    package init?(localTime text: String, offsetMinutes offset: Int = VietnamTime.offsetMinutes) {
        var scanner = DigitScanner(text)
        guard let local = scanner.localTime(), scanner.isAtEnd else { return nil }
        self = local.adding(minutes: -offset)
    }
}

private func hoursAndMinutes(_ minutes: Int) -> String { twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60) }

/// Reads the fixed-width numbers of a date and time from bytes.
private struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(digits: Int) -> Int? {
        guard rest.count >= digits else { return nil }
        var value = 0
        for byte in rest.prefix(digits) {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        rest.removeFirst(digits)
        return value
    }

    /// The date and time part, as if it were UTC.
    mutating func localTime() -> Timestamp? {
        guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
            let day = number(digits: 2), take("T") || take("t") || take(" "),
            let hour = number(digits: 2), take(":"), let minute = number(digits: 2), take(":"),
            let second = number(digits: 2), hour < 24, minute < 60, second < 61,
            (1900...2199).contains(year), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return Timestamp(date, hour: hour, minute: minute, second: second, offsetMinutes: 0)
    }

    /// Milliseconds of the digits after the point.
    mutating func fraction() -> Int64? {
        let digits = rest.prefix { (48...57).contains($0) }
        guard !digits.isEmpty else { return nil }
        var value: Int64 = 0
        for position in 0..<3 {
            let byte = digits.dropFirst(position).first
            value = value * 10 + Int64(byte.map { $0 - 48 } ?? 0)
        }
        rest = rest[digits.endIndex...]
        return value
    }

    /// Minutes east of UTC: `Z` or `+07:00`.
    mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let sign: Int
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = number(digits: 2), take(":"), let minutes = number(digits: 2), hours < 24, minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
