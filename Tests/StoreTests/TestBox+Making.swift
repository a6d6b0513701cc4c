import Attendance
import Foundation

@testable import Store

extension TestBox {
    /// The session of most tests starts now and takes two hours.
    @discardableResult
    func makeEvent(
        name: String = "Lớp tập huấn", sessions: [SessionDefinition]? = nil, isOpen: Bool = true
    ) throws -> Event {
        let start = clock.now.wall
        let session = SessionDefinition(
            key: "sang", title: "Sáng", startsAt: start, endsAt: start.adding(minutes: 120))
        let event = try store.perform(
            CreateEvent(
                definition: EventDefinition(name: name, kind: .class), sessions: sessions ?? [session], actor: .system))
        if isOpen {
            for session in event.sessions { _ = try store.perform(OpenSession(session: session.id, actor: .system)) }
        }
        return event
    }

    /// Enrols people with these names, all born in 1980 in one commune, from row 2 on.
    @discardableResult
    func enrol(_ names: [String], in event: Event) throws -> [EnrolledPerson] {
        let entries = names.enumerated().map { makeEntry($1, row: $0 + 2) }
        _ = try store.perform(
            ImportRoster(event: event.id, entries: entries, source: "ds.xlsx", isDryRun: false, actor: .system))
        let people = try store.participants(of: event.id, limit: 100_000).items
        return names.compactMap { name in people.first { $0.participant.name == name } }
    }

    /// A new event with one open session and one person.
    func makeScene() throws -> Scene {
        let event = try makeEvent()
        return Scene(event: event, session: event.sessions[0].id, person: try enrol(["Bùi Thị Ví Dụ"], in: event)[0])
    }

    struct Scene {
        let event: Event
        let session: ID<Session>
        let person: EnrolledPerson

        var code: Presented { .code(person.enrolment.code) }
    }

    func makeEntry(_ name: String, row: Int = 2, number: String? = nil, year: Int? = 1980) -> RosterEntry {
        var entry = RosterEntry(sheet: "DS", row: row, name: name)
        entry.birth = year.flatMap { BirthDate(year: $0) }
        entry.commune = "Tiến Xuân"
        entry.citizenNumber = number
        return entry
    }

    /// Redeems with a nonce of its own.
    @discardableResult
    func redeem(
        _ presented: Presented, in session: ID<Session>, nonce: String = UUID().uuidString,
        direction: Direction = .entry, occurredAt: Timestamp? = nil, sentAt: Timestamp? = nil, gate: String? = nil,
        isForced: Bool = false, reason: String? = nil
    ) throws -> RedeemAnswer {
        try store.perform(
            Redeem(
                session: session, presented: presented, nonce: nonce, direction: direction, occurredAt: occurredAt,
                sentAt: sentAt, gate: gate, isForced: isForced, reason: reason, actor: TestBox.desk))
    }
}
