/// A point in time: milliseconds since 1 January 1970, UTC.
package struct Timestamp: Hashable, Comparable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The instant of a wall clock that shows `hour:minute:second` on `date`, `offset` minutes east of UTC.
    package init(_ date: CivilDate, hour: Int, minute: Int, second: Int = 0, offsetMinutes offset: Int) {
        let seconds = date.daysSinceEpoch * 86_400 + hour * 3_600 + (minute - offset) * 60 + second
        milliseconds = Int64(seconds) * 1_000
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    package func adding(minutes: Int) -> Timestamp { Timestamp(milliseconds: milliseconds + Int64(minutes) * 60_000) }

    package func adding(milliseconds count: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds + count) }

    /// The day a clock `offset` minutes east of UTC shows.
    package func date(offsetMinutes offset: Int) -> CivilDate {
        CivilDate(daysSinceEpoch: Int((wholeSeconds + Int64(offset) * 60).floorDivided(by: 86_400)))
    }

    /// The second of the day, 0…86,399, that a clock `offset` minutes east of UTC shows.
    package func secondOfDay(offsetMinutes offset: Int) -> Int {
        let local = wholeSeconds + Int64(offset) * 60
        return Int(local - local.floorDivided(by: 86_400) * 86_400)
    }

    /// Seconds since 1970, rounded down.
    package var wholeSeconds: Int64 { milliseconds.floorDivided(by: 1_000) }
}

extension Int64 {
    /// Division that rounds toward minus infinity, so that times before 1970 fall on the right day.
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        self / divisor - (self % divisor < 0 ? 1 : 0)
    }
}
