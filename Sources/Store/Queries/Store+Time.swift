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

    /// The latest time that the record knows of: no session that was over by then is still to come.
    ///
    /// The clock of a boot whose true time was never learnt counts only as far as its newest entry. Nil for an empty
    /// ledger.
    package func newestTime() throws(StoreError) -> Timestamp? {
        try read { connection in
            let timeline = try Timeline(connection)
            func reading(_ row: ResultRow) throws -> ClockReading {
                timeline.reading(boot: try row[0], bootMilliseconds: try row[1], wall: try row[2])
            }
            let columns = "SELECT boot, boot_ms, wall_ms FROM ledger"
            let last = try connection.first("\(columns) ORDER BY seq DESC LIMIT 1", read: reading).map(timeline.time)
            let known = try connection.all("\(columns) WHERE kind <> 'redeem'", read: reading)
            return (known.compactMap(timeline.trueTime) + [last].compactMap(\.self)).max()
        }
    }
}
