import Attendance
import Store

/// A participant of an event, as lists show it.
struct ParticipantOutput: Encodable {
    let id: String
    let code: String
    /// Codes of the same person's registrations at other boxes of the event; only where there are any.
    let joinedCodes: [String]?
    let name: String
    @OrNull var birthYear: Int?
    @OrNull var sex: Sex?
    let ethnicity: String?
    @OrNull var commune: String?
    @OrNull var organisation: String?
    let position: String?
    let phone: String?
    let walkIn: Bool
    /// `valid`, `revoked` or `blocked`.
    let standing: String
    /// Only where a session was asked for.
    let attendance: Attendance?
    /// Only in the answer to a citizen card.
    let card: CardOutput?

    /// A desk needs to tell people apart, and no more: ethnicity and phone number are for the organiser alone.
    init(
        _ person: EnrolledPerson, to role: Caller.Role = .desk, attendance: Attendance? = nil, card: CardOutput? = nil
    ) {
        let (participant, isWhole) = (person.participant, role == .organiser)
        (id, code, name) = (participant.id.description, person.enrolment.code.digits, participant.name)
        joinedCodes = isWhole && !person.joinedCodes.isEmpty ? person.joinedCodes.map(\.digits) : nil
        (birthYear, sex, ethnicity) = (
            participant.birth?.year, participant.sex, isWhole ? participant.ethnicity : nil
        )
        (commune, organisation, position) = (participant.commune, person.organisation, person.position)
        (phone, walkIn) = (isWhole ? participant.phone : nil, person.enrolment.isWalkIn)
        standing = person.enrolment.standing.rawValue
        (self.attendance, self.card) = (attendance, card)
    }

    enum CodingKeys: String, CodingKey {
        case id, code, name, sex, ethnicity, commune, organisation, position, phone, standing, attendance, card
        case joinedCodes = "joined_codes"
        case birthYear = "birth_year"
        case walkIn = "walk_in"
    }

    /// How the person stands in one session.
    struct Attendance: Encodable {
        let status: AttendanceRecord.Status
        @OrNull var firstEntryAt: String?
        @OrNull var lastExitAt: String?
        /// The accepted first entry: what an annulment names.
        let scan: String?

        init(_ record: AttendanceRecord, scan: String?) {
            (status, self.scan) = (record.status, scan)
            (firstEntryAt, lastExitAt) = (record.firstEntryAt?.rfc3339(), record.lastExitAt?.rfc3339())
        }

        enum CodingKeys: String, CodingKey {
            case status, scan
            case firstEntryAt = "first_entry_at"
            case lastExitAt = "last_exit_at"
        }
    }
}
