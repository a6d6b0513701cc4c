import Attendance
import Store

/// A session's people, the absent ones too.
struct AttendanceOutput: Encodable {
    let counts: AttendanceCounts
    let items: [Item]

    init(_ attendance: SessionAttendance) {
        counts = attendance.counts
        items = attendance.items.map { Item($0.person, $0.record) }
    }

    /// One person in the session.
    struct Item: Encodable {
        let id: String
        let code: String
        let name: String
        let birthYear: Int?
        let commune: String?
        let organisation: String?
        let walkIn: Bool
        let status: AttendanceRecord.Status
        @OrNull var firstEntryAt: String?
        @OrNull var lastExitAt: String?
        let minutesPresent: Int?
        let leftEarly: Bool

        init(_ person: EnrolledPerson, _ record: AttendanceRecord) {
            (id, code) = (person.participant.id.description, person.enrolment.code.digits)
            (name, birthYear) = (person.participant.name, person.participant.birth?.year)
            (commune, organisation) = (person.participant.commune, person.organisation)
            (walkIn, status) = (person.enrolment.isWalkIn, record.status)
            (firstEntryAt, lastExitAt) = (record.firstEntryAt?.rfc3339(), record.lastExitAt?.rfc3339())
            (minutesPresent, leftEarly) = (record.minutesPresent, record.leftEarly)
        }

        enum CodingKeys: String, CodingKey {
            case id, code, name, commune, organisation, status
            case birthYear = "birth_year"
            case walkIn = "walk_in"
            case firstEntryAt = "first_entry_at"
            case lastExitAt = "last_exit_at"
            case minutesPresent = "minutes_present"
            case leftEarly = "left_early"
        }
    }
}
