internal import Attendance
internal import Exchange
internal import FoundationEssentials

extension BundleImport {
    /// Dates again what was stored before of the boots of which this bundle tells the true time, and has the results
    /// derived again: also marks and annulments, since entries of several boxes are ordered by their times.
    func dateAgain() throws {
        let boots = Set(bundle.entries.compactMap(\.anchor).map(\.boot))
        if boots.isEmpty { return }
        let clock = try BootClock(boots: boots, connection)
        let stored = try boots.flatMap { try storedActs(ofBoot: $0) }
        let wrong = stored.filter { clock.time($0.times) != $0.at || $0.times.isToldByDeviceAlone }
        if wrong.isEmpty { return }
        try connection.copy("new_time", "year, id, at") { writer in
            for act in wrong { try writer.row(act.year, act.id, clock.time(act.times)) }
        }
        try connection.run(
            """
            UPDATE province.entry SET at = new_time.at FROM new_time
            WHERE entry.year = new_time.year AND entry.id = new_time.id
            """)
        try connection.run(
            """
            INSERT INTO place SELECT session, enrolment, 'clock_anchor' FROM province.entry
            JOIN new_time USING (year, id) WHERE kind <> 'redeem' OR outcome = 'accepted'
            """)
    }

    /// A scan, also a refused one, a mark or an annulment.
    private struct StoredAct {
        let year: Int
        let id: UUID
        let at: Timestamp
        let times: ScanTimes
    }

    private func storedActs(ofBoot boot: String) throws -> [StoredAct] {
        guard let uuid = UUID(text: boot) else { return [] }
        return try connection.all(
            """
            SELECT year, id, province.ms(at), boot_ms, wall_ms, occurred_ms, sent_ms FROM province.entry
            WHERE boot = $1 AND kind IN ('redeem', 'mark', 'annul')
            """, uuid
        ) { row in
            StoredAct(
                year: try row[0], id: try row[1], at: try row[2],
                times: ScanTimes(
                    received: ClockReading(boot: boot, bootMilliseconds: try row[3], wall: try row[4]),
                    occurredAt: try row[5], sentAt: try row[6]))
        }
    }
}

extension ScanTimes {
    /// Whether the time that counts stays where it is, whatever becomes known; the entry's place in the order does not.
    fileprivate var isToldByDeviceAlone: Bool { occurredAt != nil && sentAt == nil }
}
