import Attendance
import Crypto
import Foundation
import Testing

@testable import Store

/// Who the bearer of a citizen card is.
@Suite struct RecognitionTests {
    let box: TestBox
    let event: Event
    private let number = "001180000077"

    init() throws {
        box = try TestBox()
        event = try box.makeEvent()
    }

    private func roster(_ entries: [RosterEntry]) throws {
        _ = try box.store.perform(
            ImportRoster(event: event.id, entries: entries, source: "ds.xlsx", isDryRun: false, actor: .system))
    }

    private func card(_ name: String = "Bùi Thị Ví Dụ", commune: String? = "Tiến Xuân") -> RosterEntry {
        var entry = box.makeEntry(name, number: number)
        (entry.birth, entry.sex, entry.commune) = (BirthDate(year: 1980, month: 3, day: 8), .female, commune)
        return entry
    }

    private func command(_ entry: RosterEntry, confirmed: ID<Participant>? = nil) -> EnrolWalkIn {
        var command = EnrolWalkIn(
            event: event.id, person: entry, idempotencyKey: UUID().uuidString, actor: TestBox.desk)
        command.confirmed = confirmed
        return command
    }

    private func recognise(_ entry: RosterEntry, counterparts: Set<UnitCode> = []) throws -> Recognition {
        try box.store.recognise(entry, counterparts: counterparts, in: event.id)
    }

    @Test func numberOfTheRosterIsEnoughWhateverTheNameIs() throws {
        try roster([box.makeEntry("Bùi Thị Ví Dụ", number: number, year: nil)])
        let found = try recognise(card("Bui T. Vi Du", commune: nil))
        #expect(found.byNumber?.participant.name == "Bùi Thị Ví Dụ")
        #expect(found.certain == found.byNumber)
    }

    @Test func sameNameBirthAndCommuneIsOnePersonWhoBearsTheNumberFromThenOn() throws {
        try roster([box.makeEntry("Bùi Thị Ví Dụ")])
        #expect(try recognise(card()).same.count == 1)
        let answer = try box.store.perform(command(card()))
        #expect(!answer.isNew && !answer.person.enrolment.isWalkIn)
        let known = try recognise(card("Tên Khác", commune: nil)).byNumber?.participant
        #expect(known?.citizenNumberTail == "077")
        #expect((known?.birth?.iso, known?.sex) == ("1980-03-08", .female))
    }

    @Test func otherCommuneIsAskedAboutAndNotTakenForTheSame() throws {
        try roster([box.makeEntry("Bùi Thị Ví Dụ")])
        let found = try recognise(card(commune: "Yên Bình"))
        #expect(found.certain == nil)
        #expect(found.alike.map(\.participant.name) == ["Bùi Thị Ví Dụ"])
        let confirmed = try #require(found.alike.first?.participant.id)
        let answer = try box.store.perform(command(card(commune: "Yên Bình"), confirmed: confirmed))
        #expect(answer.person.participant.id == confirmed)
        #expect(try recognise(card(commune: "Yên Bình")).byNumber?.participant.id == confirmed)
    }

    @Test func communeBeforeAndAfterTheMergerIsOnePlace() throws {
        var entry = box.makeEntry("Bùi Thị Ví Dụ")
        (entry.commune, entry.communeUnit) = ("Xã Tiến Xuân", UnitCode(code: "04936", snapshot: "2024"))
        try roster([entry])
        var now = card(commune: "Xã Yên Xuân")
        now.communeUnit = UnitCode(code: "04930", snapshot: "2025-07")
        #expect(try recognise(now).same.isEmpty)
        let counterparts: Set = [UnitCode(code: "04936", snapshot: "2024")]
        #expect(try recognise(now, counterparts: counterparts).same.count == 1)
    }

    @Test func twoOfOneNameAreNeverChosenBetween() throws {
        var (one, other) = (box.makeEntry("Bùi Thị Ví Dụ"), box.makeEntry("Bùi Thị Ví Dụ", row: 3))
        (one.commune, other.commune) = (nil, nil)
        try roster([one, other])
        let found = try recognise(card())
        #expect(found.certain == nil)
        #expect(found.alike.count == 2)
    }

    @Test func birthYearThatDiffersIsSomebodyElse() throws {
        try roster([box.makeEntry("Bùi Thị Ví Dụ", year: 1979)])
        let found = try recognise(card())
        #expect(found.certain == nil && found.alike.isEmpty)
        #expect(try box.store.perform(command(card())).isNew)
    }

    @Test func numberOfSomebodyElseCannotBeConfirmed() throws {
        let other = box.makeEntry("Lò Thị Khách", row: 3)
        try roster([box.makeEntry("Bùi Thị Ví Dụ", number: "001180000011"), other])
        let people = try box.store.participants(of: event.id, limit: 9).items
        let bui = try #require(people.first { $0.participant.name == "Bùi Thị Ví Dụ" }?.participant.id)
        let lo = try #require(people.first { $0.participant.name == "Lò Thị Khách" }?.participant.id)
        #expect(throws: StoreError.conflict(.citizenNumber)) { try box.store.perform(command(card(), confirmed: bui)) }
        _ = try box.store.perform(command(card(), confirmed: lo))
        let stranger = ID<Participant>(UUID())
        #expect(throws: StoreError.notFound(.participant)) {
            try box.store.perform(command(card(), confirmed: stranger))
        }
    }

    @Test func personOfAnotherEventIsEnrolledUnderTheSameIdentity() throws {
        let first = try box.store.perform(command(card())).person.participant.id
        let other = try box.makeEvent(name: "Lớp khác")
        let again = try box.store.perform(
            EnrolWalkIn(event: other.id, person: card("Bui Thi Vi Du"), idempotencyKey: "k", actor: TestBox.desk))
        #expect(again.isNew && again.person.participant.id == first)
    }
}
