internal import Attendance

extension ScanTimes {
    /// When the box learnt of the scan.
    func receivedAt(_ timeline: Timeline) -> Timestamp { timeline.time(received) }

    /// When it happened, by the device that was offline.
    func occurredAt(_ timeline: Timeline) -> Timestamp? { occurredAt(receivedAt: receivedAt(timeline)) }

    /// The time that counts.
    func at(_ timeline: Timeline) -> Timestamp { at(receivedAt: receivedAt(timeline)) }

    /// The columns that ``init(_:from:_:)`` reads.
    static let columnNames = "ledger.boot, ledger.boot_ms, ledger.wall_ms, ledger.occurred_ms, ledger.sent_ms"

    /// Reads them, the first of them at `column`.
    init(_ row: ResultRow, from column: Int32, _ timeline: Timeline) throws {
        self.init(
            received: timeline.reading(
                boot: try row[column], bootMilliseconds: try row[column + 1], wall: try row[column + 2]),
            occurredAt: try row[column + 3], sentAt: try row[column + 4])
    }
}
