import Attendance
import Crypto
import Store

/// What an enrolled desk may keep while the box is away: names, birth years, communes, codes and ids, and the key to
/// which it seals what it records.
struct DeskRosterOutput: Encodable {
    let session: String
    let event: String
    /// The first digits of the badges of this event.
    let eventNumber: Int
    /// An uncompressed point of P-256, in Base64 for URLs.
    let key: String
    /// Who took it: what the desk writes into its entries. Nil for a program.
    let recorder: String?
    /// After so long the desk forgets the names.
    let secondsLeft: Int
    /// What the desk sends as `If-None-Match`.
    let version: String
    let items: [Person]

    init(
        _ roster: DeskRoster, version: String, of session: ID<Session>, event: Event, key: [UInt8], caller: Caller,
        now: ClockReading
    ) {
        self.version = version
        (self.session, self.event, eventNumber) = (session.description, event.id.description, event.number)
        (self.key, recorder) = (Base64.url.encode(key), caller.actor.staff?.description)
        let end = caller.signedInUntil ?? now.bootMilliseconds + StaffSession.longestMilliseconds
        secondsLeft = Int(max(0, end - now.bootMilliseconds) / 1_000)
        items = roster.people.map(Person.init)
    }

    enum CodingKeys: String, CodingKey {
        case session, event, key, version, items
        case eventNumber = "event_number"
        case recorder = "operator"
        case secondsLeft = "seconds_left"
    }

    /// One person, by what tells people apart at the door.
    struct Person: Encodable {
        let id: String
        let code: String
        let name: String
        @OrNull var birthYear: Int?
        @OrNull var commune: String?

        init(_ person: DeskRoster.Person) {
            (id, code, name) = (person.id.description, person.code.digits, person.name)
            (birthYear, commune) = (person.birth?.year, person.commune)
        }

        enum CodingKeys: String, CodingKey {
            case id, code, name, commune
            case birthYear = "birth_year"
        }
    }
}
