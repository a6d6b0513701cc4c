import Attendance
import Store

/// What a person types to be found.
enum CheckInEntry: Hashable, Sendable {
    case code(String)
    /// The number in its national form where it has one.
    case phone(String, name: String)

    /// What the ledger keeps of it where nobody was found: the digits of a well-formed code, else only the length.
    var presented: Presented {
        switch self {
        case .code(let text):
            if case .code(let code) = ScannedInput(text) { return .code(code) }
            return .unreadable(.other, length: text.utf8.count)
        case .phone(let number, _):
            return .unreadable(.other, length: number.utf8.count)
        }
    }

    /// The one person of the event who is meant; nil for nobody, or for several.
    func person(in event: ID<Event>, of store: Store) throws -> EnrolledPerson? {
        switch self {
        case .code(let text):
            guard case .code(let code) = ScannedInput(text) else { return nil }
            return try store.enrolment(code: code, in: event)
        case .phone(let number, let name):
            let people = try store.people(phone: number, named: name, in: event)
            return people.count == 1 ? people.first : nil
        }
    }
}
