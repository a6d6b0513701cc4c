import Attendance
import Store

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
