internal import Attendance
internal import Exchange
internal import FoundationEssentials

extension BundleImport {
    /// Sets the standing of everybody of the event to what the last entry about it says, in the order of all boxes.
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
        try connection.all(
            """
            SELECT entry.enrolment, entry.status, ledger, seq, boot, boot_ms, wall_ms
            FROM province.entry JOIN province.enrolment ON enrolment.id = entry.enrolment
            WHERE entry.year = 0 AND entry.kind = 'standing' AND enrolment.event = $1
                AND entry.status IN ('valid', 'revoked', 'blocked')
            """, bundle.event.id
        ) { row in
            ToldStanding(
                enrolment: try row[0], standing: try row[1], ledger: try row[2], seq: try row[3],
                received: ClockReading(
                    boot: (try row[4] as UUID?)?.text ?? "", bootMilliseconds: try row[5], wall: try row[6]))
        }
    }
}
