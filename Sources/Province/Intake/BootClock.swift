internal import Attendance
internal import Exchange
internal import FoundationEssentials

/// What is known of true time in the boots that concern a bundle: its own anchors and those that came before.
struct BootClock {
    private var anchors = ClockAnchors()

    /// Knows the boots of these lines.
    init(_ lines: some Sequence<LedgerLine>, _ connection: DatabaseConnection) throws {
        try self.init(boots: Set(lines.map(\.bootID)), connection)
        for anchor in lines.compactMap(\.anchor) { anchors.add(anchor) }
    }

    /// Knows the stored anchors of these boots; those count that count when they come in (``LedgerLine/anchor``).
    init(boots: Set<String>, _ connection: DatabaseConnection) throws {
        let known = sqlArray(boots.compactMap { UUID(text: $0)?.text })
        let stored = try connection.all(
            """
            SELECT boot, number, true_ms, detail, uncertainty_ms FROM province.entry
            WHERE year = 0 AND kind = 'clock_anchor' AND boot = ANY ($1::uuid[]) AND detail IS NOT NULL
                AND uncertainty_ms IS NOT NULL
            ORDER BY id
            """, known, read: BootClock.anchor)
        for anchor in stored.compactMap({ $0 }) { anchors.add(anchor) }
    }

    private static func anchor(_ row: SQLRow) throws -> ClockAnchor? {
        guard let source = ClockAnchor.Source(rawValue: try row[3]) else { return nil }
        return ClockAnchor(
            boot: (try row[0] as UUID).text, bootMilliseconds: try row[1], time: try row[2], source: source,
            uncertaintyMilliseconds: try row[4])
    }

    /// The true time of a reading if it is known, else what the wall clock showed.
    func time(_ reading: ClockReading) -> Timestamp { anchors.time(reading).storable }

    /// The time of a scan that counts.
    func time(_ times: ScanTimes) -> Timestamp { times.at(receivedAt: time(times.received)).storable }
}

extension Timestamp {
    /// The time itself, or the nearest that a `timestamptz` has: a faulty box may say any.
    fileprivate var storable: Timestamp { min(max(self, Timestamp(milliseconds: 0)), Timestamp.lastOfYear9999) }

    private static let lastOfYear9999 = Timestamp(milliseconds: 253_402_300_799_999)
}
