package import Attendance

/// A participant together with the enrolment in one event.
package struct EnrolledPerson: Hashable, Sendable {
    package var participant: Participant
    package var enrolment: Enrolment
    package var position: String?
    package var organisation: String?
    package var note: String?
    /// Where the roster has the person; nil for a walk-in.
    package var sheet: String?
    package var row: Int?
    /// The codes of other enrolments of the event that turned out to be the same person's; they go on working.
    package var joinedCodes: [Code] = []

    package init(participant: Participant, enrolment: Enrolment) {
        (self.participant, self.enrolment) = (participant, enrolment)
    }
}
