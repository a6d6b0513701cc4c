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

    enum CodingKeys: CodingKey {
        case session, status, firstEntryAt, lastExitAt, minutesPresent, leftEarly
    }

    /// `status` is always there: null says that the session was not held.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(session, forKey: .session)
        try container.encode(status, forKey: .status)
        try container.encodeIfPresent(firstEntryAt, forKey: .firstEntryAt)
        try container.encodeIfPresent(lastExitAt, forKey: .lastExitAt)
        try container.encodeIfPresent(minutesPresent, forKey: .minutesPresent)
        try container.encode(leftEarly, forKey: .leftEarly)
    }
}
