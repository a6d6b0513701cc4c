internal import Attendance

/// What became of one person in one session, as exports show it; times have their offset.
struct RegisterAttendance: Encodable {
    let session: String
    let status: AttendanceRecord.Status
    let firstEntryAt: String?
    let lastExitAt: String?
    let minutesPresent: Int?
    let leftEarly: Bool

    init(_ record: AttendanceRecord, in session: Session, offset: Int) {
        self.session = session.id.description
        status = record.status
        firstEntryAt = record.firstEntryAt?.rfc3339(offsetMinutes: offset)
        lastExitAt = record.lastExitAt?.rfc3339(offsetMinutes: offset)
        (minutesPresent, leftEarly) = (record.minutesPresent, record.leftEarly)
    }
}
