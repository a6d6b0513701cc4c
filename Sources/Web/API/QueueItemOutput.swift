import Attendance
import Store

/// What became of one entry of a desk's queue.
struct QueueItemOutput: Encodable, Sendable {
    let id: String
    let status: Status
    /// Why it was refused or has to be looked at.
    let reason: String?
    let scan: String?
    @OrNull var participant: Person?

    /// Whether the desk may forget the entry.
    enum Status: String, Encodable, Sendable {
        /// It went as the desk had said.
        case recorded
        /// It is kept, and the organiser is to look at it.
        case flagged
        /// The box cannot write now: send it again.
        case waiting
    }

    init(_ id: String, _ answer: RecordQueued.Answer) {
        (self.id, status) = (id, answer.flag == nil ? .recorded : .flagged)
        reason = answer.flag?.name ?? answer.scan.outcome.refusal?.rawValue
        scan = answer.scan.scan.description
        participant = answer.scan.person.map(Person.init)
    }

    init(_ id: String, _ answer: TakeBackQueued.Answer) {
        (self.id, status) = (id, answer.flag == nil ? .recorded : .flagged)
        (reason, scan) = (answer.flag?.name, answer.scan?.description)
    }

    init(_ id: String, _ status: Status, reason: String?) {
        (self.id, self.status, self.reason, scan) = (id, status, reason, nil)
    }

    /// Whose scan it was.
    struct Person: Encodable, Sendable {
        let id: String
        let name: String
        let code: String

        init(_ person: RedeemAnswer.Person) {
            (id, name, code) = (person.id.description, person.name, person.code.digits)
        }
    }
}
