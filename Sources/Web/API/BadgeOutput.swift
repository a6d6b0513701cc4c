import Attendance
import Store

/// One person's code and badge, for printing cards elsewhere.
struct BadgeOutput: Encodable {
    let name: String
    let code: String
    let badge: String
    let organisation: String?

    init(_ person: EnrolledPerson, _ badge: Badge) {
        (name, code) = (person.participant.name, person.enrolment.code.digits)
        (self.badge, organisation) = (badge.digits, person.organisation)
    }
}
