package import Attendance

extension Store {
    /// The true time of a reading if it is known, else what the wall clock shows.
    package func time(_ now: ClockReading) throws(StoreError) -> Timestamp {
        try read { try Timeline($0).time(now) }
    }

    /// Whether the true time of this boot is known.
    package func isTimeConfirmed(_ now: ClockReading) throws(StoreError) -> Bool {
        try read { try Timeline($0).trueTime(now) != nil }
    }
}
