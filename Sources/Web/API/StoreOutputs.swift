import Attendance
import Store

/// The answer of `GET /health`.
struct HealthOutput: Encodable {
    /// `ok`, `clock` when only the time is not confirmed, `restored` when this start had to fall back on a backup,
    /// `store` when nothing can be written.
    let status: String
    let version: String
    let box: String
    let clock: Clock
    let ledger: Ledger

    struct Clock: Encodable {
        let state: String
    }

    struct Ledger: Encodable {
        let entries: Int64
        /// The hash of the last entry, hexadecimal.
        let head: String
    }

    init(_ health: StoreHealth, recovery: Recovery?, version: String) {
        status =
            !health.isWritable ? "store" : recovery != nil ? "restored" : health.isTimeConfirmed ? "ok" : "clock"
        (self.version, box) = (version, health.box)
        clock = Clock(state: health.isTimeConfirmed ? "confirmed" : "untrusted")
        ledger = Ledger(entries: health.head.entries, head: health.head.hash)
    }
}

/// The body of `POST /clock`.
struct ClockInput: Decodable {
    let now: String
    /// How long the fastest of the page's five readings took.
    let roundTripMilliseconds: Int?

    enum CodingKeys: String, CodingKey {
        case now
        case roundTripMilliseconds = "round_trip_ms"
    }

    /// 1 January 2024: no phone with an earlier date has the right time.
    static let earliest = Timestamp(milliseconds: 1_704_067_200_000)
}

/// What recomputing the attendance came to.
struct RebuildOutput: Encodable {
    let rows: Int
    let isUnchanged: Bool

    enum CodingKeys: String, CodingKey {
        case rows
        case isUnchanged = "unchanged"
    }
}

/// The answer of an import of scans.
struct ScanImportOutput: Encodable {
    let imported: Int
    /// Lines that were brought in before.
    let unchanged: Int
    let accepted: Int
    let refused: Int
    let rejected: [ImportReport.Rejected]
    var skipped: [ImportReport.Skipped] = []
    var duplicates: [ImportReport.Duplicate] = []
    var repaired: [ImportReport.Repair] = []
    var warnings: [ImportReport.Warning] = []
    var updated = 0

    init(_ report: ScanImportReport, rejected: [ImportReport.Rejected]) {
        (imported, unchanged) = (report.imported, report.repeated)
        (accepted, refused) = (report.accepted, report.refused)
        self.rejected = rejected + report.rejected.map { .init(row: $0.line, column: "", message: $0.why) }
    }
}
