import Attendance
import Crypto
import Exchange
import Foundation

/// An event of one morning and one afternoon, with its people.
struct TestEvent {
    var event: Event
    var people: [PersonRecord]
    /// Whether the box that tells of it was given it by another one.
    var isAdopted = false

    /// When the morning starts: 12 June 2024, 8:00.
    static let start = Timestamp(milliseconds: 1_718_154_000_000)

    /// An event of so many people, whose names, birth years and communes differ.
    init(_ name: String = "lớp", people count: Int = 3, programme: String = "Dự án 8", number: Int = 482_157) {
        var definition = EventDefinition(name: name, kind: .class)
        definition.programme = programme
        let id: ID<Event> = TestEvent.id("event " + name)
        let sessions = (0..<2).map { number in
            Session(
                id: TestEvent.id("session \(number) \(name)"), event: id,
                definition: SessionDefinition(
                    title: number == 0 ? "Sáng" : "Chiều",
                    startsAt: TestEvent.start.adding(minutes: number * 300),
                    endsAt: TestEvent.start.adding(minutes: number * 300 + 210)),
                state: .closed(at: TestEvent.start.adding(minutes: number * 300 + 210)))
        }
        event = Event(id: id, number: number, definition: definition, sessions: sessions)
        people = (0..<count).map { TestEvent.person($0, of: id) }
    }

    var morning: ID<Session> { event.sessions[0].id }
    var afternoon: ID<Session> { event.sessions[1].id }

    /// The enrolment of a person.
    subscript(_ number: Int) -> ID<Enrolment> { people[number].enrolment }

    /// An id that is the same for the same text.
    static func id<Subject>(_ text: String) -> ID<Subject> {
        var bytes = Array(SHA256.hash(Array(text.utf8)).prefix(16))
        (bytes[6], bytes[8]) = (bytes[6] & 0x0F | 0x70, bytes[8] & 0x3F | 0x80)
        return ID(bytes.withUnsafeBytes { UUID(uuid: $0.load(as: uuid_t.self)) })
    }

    /// Person number `number`, known by name, birth and commune.
    static func person(
        _ number: Int, of event: ID<Event>, name: String? = nil, birth: String? = nil, commune: String = "09700",
        number citizen: String? = nil, province: AgreementPublicKey? = nil
    ) -> PersonRecord {
        var person = Participant(id: id("participant \(number) \(event)"), name: name ?? "Bàn Thị Ví Dụ \(number)")
        person.birth = (birth ?? "198\(number % 10)-03-08").split(separator: " ").first.flatMap {
            BirthDate(iso: String($0))
        }
        (person.sex, person.ethnicity) = (.female, number.isMultiple(of: 2) ? "Dao" : "Kinh")
        (person.commune, person.communeUnit) = ("Minh Quang", UnitCode(code: commune, snapshot: "2024"))
        let enrolment = Enrolment(
            id: id("enrolment \(number) \(event)"), event: event, participant: person.id, code: Code(serial: number))
        var record = PersonRecord(person, enrolment)
        if let citizen, let province {
            record.sealedNumber = (try? SealedBox.seal(Array(citizen.utf8), to: province)).map(Base64.padded.encode)
        }
        return record
    }
}
