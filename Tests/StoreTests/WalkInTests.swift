import Attendance
import Foundation
import Testing

@testable import Store

@Suite struct WalkInTests {
    let box: TestBox
    let event: Event

    init() throws {
        box = try TestBox()
        event = try box.makeEvent()
    }

    private func enrol(
        _ entry: RosterEntry, key: String = UUID().uuidString, consent: Consent? = nil
    ) throws -> EnrolWalkIn.Answer {
        try box.store.perform(
            EnrolWalkIn(event: event.id, person: entry, idempotencyKey: key, consent: consent, actor: TestBox.desk))
    }

    @Test func walkInGetsACodeThatOpensTheDoor() throws {
        let answer = try enrol(box.makeEntry("Lò Thị Khách"))
        #expect(answer.isNew)
        #expect(answer.person.enrolment.isWalkIn)
        let scan = try box.redeem(.code(answer.person.enrolment.code), in: event.sessions[0].id)
        #expect(scan.outcome == .accepted)
        #expect(scan.person?.isWalkIn == true)
    }

    @Test func sameKeyGivesTheSamePerson() throws {
        let first = try enrol(box.makeEntry("Lò Thị Khách"), key: "k")
        let again = try enrol(box.makeEntry("Lò Thị Khách"), key: "k")
        #expect(again.person.enrolment == first.person.enrolment)
        #expect(try box.store.participants(of: event.id, limit: 10).items.count == 1)
    }

    @Test func sameKeyWithAnyOtherFieldIsRefused() throws {
        let entry = box.makeEntry("Lò Thị Khách")
        _ = try enrol(entry, key: "k")
        let changes: [(inout RosterEntry) -> Void] = [
            { $0.birth = BirthDate(year: 1981) }, { $0.sex = .female }, { $0.commune = "Yên Bình" },
            { $0.phone = "0900000001" }, { $0.citizenNumber = "001180000077" }, { $0.organisation = "HTX" },
        ]
        for change in changes {
            var other = entry
            change(&other)
            #expect(throws: StoreError.nonceReused) { try enrol(other, key: "k") }
        }
        #expect(try enrol(entry, key: "k").isNew)
    }

    @Test func keyOfSomebodyWhoWasKnownIsTakenToo() throws {
        try box.enrol(["Bùi Thị Ví Dụ"], in: event)
        #expect(try enrol(box.makeEntry("Bùi Thị Ví Dụ"), key: "k").isNew == false)
        #expect(try enrol(box.makeEntry("Bùi Thị Ví Dụ"), key: "k").isNew == false)
        #expect(throws: StoreError.nonceReused) { try enrol(box.makeEntry("Người Khác"), key: "k") }
    }

    @Test func sameKeyForAnotherPersonIsRefused() throws {
        _ = try enrol(box.makeEntry("Lò Thị Khách"), key: "k")
        #expect(throws: StoreError.nonceReused) { try enrol(box.makeEntry("Người Khác"), key: "k") }
    }

    @Test func whoIsOnTheRosterStaysThere() throws {
        try box.enrol(["Bùi Thị Ví Dụ"], in: event)
        let answer = try enrol(box.makeEntry("Bùi Thị Ví Dụ"))
        #expect(answer.isNew == false)
        #expect(answer.person.enrolment.isWalkIn == false)
    }

    @Test func numberOfACardIsNotKeptReadable() throws {
        let answer = try enrol(box.makeEntry("Lò Thị Khách", number: "001080000077"))
        #expect(answer.person.participant.citizenNumberTail == "077")
        #expect(try box.store.register(of: event.id, withCitizenNumbers: true).rows[0].citizenNumber == nil)
    }

    @Test func walkInWhoTurnsUpOnALaterRosterIsCountedWithIt() throws {
        let walkIn = try enrol(box.makeEntry("Lò Thị Khách"))
        try box.redeem(.code(walkIn.person.enrolment.code), in: event.sessions[0].id)
        #expect(try box.store.counts(event.sessions[0].id).walkIn.present == 1)
        try box.enrol(["Lò Thị Khách"], in: event)
        let counts = try box.store.counts(event.sessions[0].id)
        #expect((counts.walkIn.present, counts.present, counts.enrolled) == (0, 1, 1))
        #expect(try box.store.perform(Rebuild()).isUnchanged)
    }

    @Test func consentIsKeptWithItsWording() throws {
        _ = try enrol(
            box.makeEntry("Lò Thị Khách"),
            consent: Consent(purpose: "attendance", textVersion: "1", method: "read_aloud"))
        #expect(try box.value("SELECT method FROM consent") == "read_aloud")
    }

    @Test func boxWithAConsentIsBackedUpAndStaysSound() throws {
        _ = try enrol(
            box.makeEntry("Lò Thị Khách"), consent: Consent(purpose: "attendance", textVersion: "1", method: "desk"))
        #expect(try box.value("PRAGMA quick_check") == "ok")
        #expect(throws: Never.self) { try box.store.backUp() }
    }
}
