import Attendance

/// What the scans of one person in one session come to.
struct RecordOutput: Encodable {
    let status: AttendanceRecord.Status
    @OrNull var firstEntryAt: String?
    @OrNull var lastExitAt: String?

    init(_ record: AttendanceRecord) {
        status = record.status
        firstEntryAt = record.firstEntryAt?.rfc3339()
        lastExitAt = record.lastExitAt?.rfc3339()
    }

    enum CodingKeys: String, CodingKey {
        case status
        case firstEntryAt = "first_entry_at"
        case lastExitAt = "last_exit_at"
    }
}
