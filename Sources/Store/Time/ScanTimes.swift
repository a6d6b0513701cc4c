internal import Attendance

/// The raw times of a scan; what they mean depends on what is known of true time.
struct ScanTimes {
    let received: ClockReading
    /// What a device that was offline says, by its own clock.
    let occurredAt: Timestamp?
    /// The same device's clock when it sent the scan.
    let sentAt: Timestamp?

    /// When the box learnt of the scan.
    func receivedAt(_ timeline: Timeline) -> Timestamp { timeline.time(received) }

    /// When it happened: as long before the receipt as the device says; without `sentAt` what the device says.
    ///
    /// A device whose clock is wrong is wrong by the same at both of its times.
    func occurredAt(_ timeline: Timeline) -> Timestamp? {
        guard let occurredAt else { return nil }
        guard let sentAt else { return occurredAt }
        return receivedAt(timeline).adding(milliseconds: -max(0, sentAt.milliseconds - occurredAt.milliseconds))
    }

    /// The time that counts.
    func at(_ timeline: Timeline) -> Timestamp { occurredAt(timeline) ?? receivedAt(timeline) }
}

extension ScanTimes {
    /// The columns that ``init(_:from:_:)`` reads.
    static let columnNames = "ledger.boot, ledger.boot_ms, ledger.wall_ms, ledger.occurred_ms, ledger.sent_ms"

    /// Reads them, the first of them at `column`.
    init(_ row: ResultRow, from column: Int32, _ timeline: Timeline) throws {
        received = timeline.reading(
            boot: try row[column], bootMilliseconds: try row[column + 1], wall: try row[column + 2])
        occurredAt = try row[column + 3]
        sentAt = try row[column + 4]
    }
}
