internal import Attendance
internal import Exchange
internal import FoundationEssentials

extension BundleImport {
    /// Sets the standing of everybody of the event to what the last entry about it says, in the order of all boxes; also of
    /// whom an entry speaks whose true time the bundle tells.
    func deriveStandings() throws {
        let told = try toldStandings()
        let clock = try BootClock(boots: Set(told.map(\.received.boot)), connection)
        for (enrolment, told) in Dictionary(grouping: told, by: \.enrolment) {
            let order = told.map { LedgerPosition(box: $0.ledger, seq: $0.seq, receivedAt: clock.time($0.received)) }
                .inCommonOrder
            guard let last = order.last else { continue }
            try connection.run(
                "UPDATE province.enrolment SET standing = $2 WHERE id = $1 AND standing <> $2", enrolment,
                told[last].standing)
        }
    }

    private struct ToldStanding {
        let enrolment: UUID
        let standing: String
        let ledger: String
        let seq: Int64
        let received: ClockReading
    }

    private func toldStandings() throws -> [ToldStanding] {
        let boots = sqlArray(Set(bundle.entries.compactMap(\.anchor).compactMap { UUID(text: $0.boot)?.text }))
        return try connection.all(
            """
            SELECT entry.enrolment, entry.status, ledger, seq, boot, boot_ms, wall_ms
            FROM province.entry
            WHERE entry.year = 0 AND entry.kind = 'standing' AND entry.status IN ('valid', 'revoked', 'blocked')
                AND entry.enrolment IN (
                    SELECT id FROM province.enrolment WHERE event = $1
                    UNION SELECT dated.enrolment FROM province.entry AS dated
                    WHERE dated.year = 0 AND dated.kind = 'standing' AND dated.boot = ANY ($2::uuid[]))
            """, bundle.event.id, boots
        ) { row in
            ToldStanding(
                enrolment: try row[0], standing: try row[1], ledger: try row[2], seq: try row[3],
                received: ClockReading(
                    boot: (try row[4] as UUID?)?.text ?? "", bootMilliseconds: try row[5], wall: try row[6]))
        }
    }
}
