internal import Attendance
internal import Exchange
internal import FoundationEssentials

extension BundleImport {
    /// Dates again what was stored before of the boots of which this bundle tells the true time.
    func dateAgain() throws {
        let boots = Set(bundle.entries.compactMap(\.anchor).map(\.boot))
        if boots.isEmpty { return }
        let clock = try BootClock(boots: boots, connection)
        let stored = try boots.flatMap { try storedScans(ofBoot: $0) }
        let wrong = stored.filter { clock.time($0.times) != $0.at }
        if wrong.isEmpty { return }
        try connection.copy("new_time", "year, id, at") { writer in
            for scan in wrong { try writer.row(scan.year, scan.id, clock.time(scan.times)) }
        }
        try connection.run(
            """
            UPDATE province.entry SET at = new_time.at FROM new_time
            WHERE entry.year = new_time.year AND entry.id = new_time.id
            """)
        try connection.run(
            """
            INSERT INTO place SELECT session, enrolment, 'clock_anchor' FROM province.entry
            JOIN new_time USING (year, id) WHERE outcome = 'accepted'
            """)
    }

    /// A scan, also a refused one.
    private struct StoredScan {
        let year: Int
        let id: UUID
        let at: Timestamp
        let times: ScanTimes
    }

    private func storedScans(ofBoot boot: String) throws -> [StoredScan] {
        guard let uuid = UUID(text: boot) else { return [] }
        return try connection.all(
            """
            SELECT year, id, province.ms(at), boot_ms, wall_ms, occurred_ms, sent_ms FROM province.entry
            WHERE boot = $1 AND kind = 'redeem'
            """, uuid
        ) { row in
            StoredScan(
                year: try row[0], id: try row[1], at: try row[2],
                times: ScanTimes(
                    received: ClockReading(boot: boot, bootMilliseconds: try row[3], wall: try row[4]),
                    occurredAt: try row[5], sentAt: try row[6]))
        }
    }
}
