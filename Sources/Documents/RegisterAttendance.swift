internal import Attendance

/// What became of one person in one session, as exports show it; times have their offset.
struct RegisterAttendance: Encodable {
    let session: String
    /// Nil in a session that was not held.
    let status: AttendanceRecord.Status?
    let firstEntryAt: String?
    let lastExitAt: String?
    let minutesPresent: Int?
    let leftEarly: Bool

    init(_ record: AttendanceRecord, in session: Session, isHeld: Bool, offset: Int) {
        self.session = session.id.description
        status = isHeld ? record.status : nil
        firstEntryAt = record.firstEntryAt?.rfc3339(offsetMinutes: offset)
        lastExitAt = record.lastExitAt?.rfc3339(offsetMinutes: offset)
        (minutesPresent, leftEarly) = (record.minutesPresent, record.leftEarly)
    }
}
