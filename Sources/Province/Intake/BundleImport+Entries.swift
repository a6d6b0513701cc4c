internal import Attendance
internal import Crypto
internal import Exchange
internal import FoundationEssentials

extension BundleImport {
    /// Stores the entries that are new and can be used; what became of each scan, in the order of the ledger.
    func storeEntries(bundle id: Int64) throws -> [BundleReceipt.Line] {
        try stageEntries(bundle: id)
        try compareEntries()
        let scans = try scans()
        try chooseCopies()
        try connection.run(
            """
            INSERT INTO province.entry (\(BundleImport.entryColumns), year, is_copy)
            SELECT \(BundleImport.entryColumns), year, is_copy FROM new_entry WHERE reason IS NULL AND NOT is_known
            """)
        try connection.run(
            """
            INSERT INTO province.refusal (bundle, part, line, seq, id, reason)
            SELECT bundle, 'ledger', line, seq, id, reason FROM new_entry WHERE reason IS NOT NULL
            """)
        try storeUnusableLines(bundle: id)
        return (scans + unusableScans).sorted { $0.line < $1.line }.map(\.receipt)
    }

    private typealias NumberedLine = (line: Int, receipt: BundleReceipt.Line)

    private func scans() throws -> [NumberedLine] {
        try connection.all(
            "SELECT line, id, reason, is_known OR is_copy FROM new_entry WHERE kind = 'redeem' ORDER BY line"
        ) { row in
            let reason: String? = try row[2]
            let isDuplicate = (try row[3] as Bool?) ?? false
            let result: BundleReceipt.Result = reason != nil ? .refused : isDuplicate ? .duplicate : .accepted
            return (try row[0], BundleReceipt.Line(id: try row[1], result: result, reason: reason))
        }
    }

    private var unusableScans: [NumberedLine] {
        bundle.unusableLines.filter(\.mayBeScan).map {
            ($0.line, BundleReceipt.Line(id: $0.id, result: .refused, reason: $0.reason.rawValue))
        }
    }

    private func storeUnusableLines(bundle id: Int64) throws {
        if bundle.unusableLines.isEmpty && bundle.unusablePeople.isEmpty { return }
        try connection.copy("province.refusal", "bundle, part, line, seq, id, reason") { writer in
            for line in bundle.unusableLines {
                try writer.row(id, "ledger", line.line, line.seq, line.id, line.reason.rawValue)
            }
            for line in bundle.unusablePeople {
                try writer.row(id, "people", line, nil, nil, UnusableLine.Reason.unreadable.rawValue)
            }
        }
    }

    private static let entryColumns = """
        id, kind, session, enrolment, about, nonce, outcome, direction, status, boot, boot_ms, wall_ms, occurred_ms, \
        sent_ms, true_ms, uncertainty_ms, number, gate, method, detail, ledger, seq, hash, at, bundle
        """

    private func stageEntries(bundle id: Int64) throws {
        let clock = try BootClock(bundle.entries, connection)
        try connection.copy("new_entry", BundleImport.entryColumns + ", line, reason") { writer in
            for (number, line) in bundle.numberedEntries {
                try write(line, at: clock.time(line.times), bundle: id, number: number, to: &writer)
            }
        }
    }

    private func write(
        _ line: LedgerLine, at time: Timestamp, bundle id: Int64, number: Int, to writer: inout CopyWriter
    ) throws {
        try writer.row(
            line.id, line.kind, line.session, line.enrolment, line.aboutID, line.nonce.flatMap(Hex.decode),
            line.outcome, line.direction, line.status, UUID(text: line.bootID), line.bootMilliseconds,
            line.wallMilliseconds, line.occurredMilliseconds, line.sentMilliseconds, line.trueMilliseconds,
            line.uncertaintyMilliseconds, line.number, line.gate, line.method, line.detail,
            line.origin?.box ?? manifest.box, line.origin?.seq ?? line.seq, Hex.decode(line.hash), time, id, number,
            line.fault)
    }

    /// Finds out which entries cannot be used, which are here already, and which scans another box has taken too.
    ///
    /// A refused scan may be of somebody whom only another event has: it is kept as nobody's. A faulty box may also name
    /// an entry or use a nonce twice in one bundle: the first one counts.
    private func compareEntries() throws {
        try connection.run(
            """
            UPDATE new_entry SET year = coalesce(session.year, 0), enrolment = enrolment.id,
                reason = coalesce(new_entry.reason, CASE
                    WHEN new_entry.session IS NOT NULL AND session.id IS NULL THEN 'unknown_session'
                    WHEN new_entry.enrolment IS NOT NULL AND enrolment.id IS NULL
                        AND NOT (new_entry.kind = 'redeem' AND new_entry.outcome <> 'accepted')
                        THEN 'unknown_participant' END)
            FROM new_entry AS line
            LEFT JOIN province.session ON session.id = line.session AND session.event = $1
            LEFT JOIN province.enrolment ON enrolment.id = line.enrolment AND enrolment.event = $1
            WHERE new_entry.line = line.line
            """, bundle.event.id)
        try connection.script("ANALYZE new_entry")
        try connection.run(
            """
            UPDATE new_entry SET
                is_known = EXISTS (SELECT 1 FROM province.entry
                    WHERE entry.year = new_entry.year AND entry.id = new_entry.id),
                is_copy = EXISTS (SELECT 1 FROM province.entry
                    WHERE entry.year = new_entry.year AND entry.nonce = new_entry.nonce AND entry.kind = 'redeem'
                        AND NOT entry.is_copy AND entry.id <> new_entry.id AND new_entry.kind = 'redeem')
            """)
        try connection.run(
            """
            UPDATE new_entry SET is_known = is_known OR has_id, is_copy = is_copy OR has_nonce
            FROM (
                SELECT line AS twin, row_number() OVER (PARTITION BY year, id ORDER BY line) > 1 AS has_id,
                    kind = 'redeem' AND row_number() OVER (PARTITION BY year, kind, nonce ORDER BY line) > 1 AS has_nonce
                FROM new_entry WHERE reason IS NULL
            ) AS twice
            WHERE line = twin AND (has_id OR has_nonce)
            """)
    }
}
