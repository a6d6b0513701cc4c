import Attendance
import Crypto
import Exchange
import Foundation
import GRDB
import Testing

@testable import Store

/// Somebody whom two boxes of one event have registered, each without knowing of the other.
@Suite struct SamePeopleTests {
    private let first: TestBox
    private let second: TestBox
    private let event: Event
    private let number = "001180000077"
    private var session: ID<Session> { event.sessions[0].id }

    init() throws {
        first = try TestBox(isAnother: true)
        event = try first.makeEvent()
        try first.enrol(["Bùi Thị Ví Dụ"], in: event)
        second = try first.share(event)
    }

    @Test(arguments: [true, false])
    func walkInsOfTwoBoxesAreOneInEitherOrder(isFirstOlder: Bool) throws {
        let boxes = isFirstOlder ? [first, second] : [second, first]
        let codes = try boxes.map { box in
            let person = try enrol(box.makeEntry("Lò Thị Khách"), at: box)
            box.clock.advance(seconds: 60)
            try box.redeem(.code(person.enrolment.code), in: session)
            return person.enrolment.code
        }
        try exchange()
        let people = try [first, second].map { try $0.store.participants(of: event.id, limit: 10).items }
        #expect(people[0].count == 2 && people[1] == people[0])
        let records = try [first, second].map { try $0.store.attendance(session) }
        #expect(records[0].counts == records[1].counts && records[0].counts.walkIn.present == 1)
        #expect(records[0].items.map(\.record) == records[1].items.map(\.record))
        for box in [first, second] {
            for code in codes { #expect(try box.redeem(.code(code), in: session).outcome.isSecondEntry) }
            #expect(try box.store.participants(of: event.id, matching: "lo thi khach", limit: 10).items.count == 1)
        }
        try checkLedgers()
    }

    @Test func bothOrdersOfBundlesGiveAThirdBoxTheSame() throws {
        for box in [first, second] {
            let person = try enrol(box.makeEntry("Lò Thị Khách"), at: box)
            try box.redeem(.code(person.enrolment.code), in: session)
        }
        let bundles = try [first, second].map(bundle)
        let (third, fourth) = (try first.share(event), try second.share(event))
        for bundle in bundles { try third.merge(bundle) }
        for bundle in bundles.reversed() { try fourth.merge(bundle) }
        try exchange()
        let all = try [first, second, third, fourth].map { try $0.store.attendance(session).items }
        #expect(all.allSatisfy { $0.map(\.record) == all[0].map(\.record) })
        #expect(all.allSatisfy { $0.map(\.person.enrolment.id) == all[0].map(\.person.enrolment.id) })
        for box in [third, fourth] { #expect(try box.store.perform(Rebuild()).isUnchanged) }
    }

    @Test func entryAtOneDoorAndExitAtTheOtherAreOnePresence() throws {
        let here = try enrol(first.makeEntry("Lò Thị Khách"), at: first)
        let there = try enrol(second.makeEntry("Lò Thị Khách"), at: second)
        try first.redeem(.code(here.enrolment.code), in: session)
        second.clock.advance(seconds: 3_600)
        try second.redeem(.code(there.enrolment.code), in: session, direction: .exit)
        try exchange()
        for box in [first, second] {
            let record = try #require(try box.store.attendance(session).items.last?.record)
            #expect(record.minutesPresent == 60)
        }
        try checkLedgers()
    }

    @Test func sameCardIsOnePersonWhateverTheNameIs() throws {
        _ = try enrol(card("Lò Thị Khách"), at: first)
        _ = try enrol(card("Lo Thi Khach Hai", commune: nil), at: second)
        try exchange()
        for box in [first, second] { #expect(try box.store.participants(of: event.id, limit: 10).items.count == 2) }
        try checkLedgers()
    }

    @Test func cardOfTheOtherBoxIsRecognisedByItsNumber() throws {
        _ = try enrol(card("Lò Thị Khách"), at: first)
        try second.merge(bundle(first))
        let again = try second.store.recognise(card("Tên Khác", commune: nil), counterparts: [], in: event.id)
        #expect(again.byNumber?.participant.name == "Lò Thị Khách")
        var other = card("Lò Thị Khách")
        other.citizenNumber = "001180000078"
        #expect(try second.store.recognise(other, counterparts: [], in: event.id).certain == nil)
    }

    @Test func otherNumbersAreOtherPeople() throws {
        _ = try enrol(card("Lò Thị Khách"), at: first)
        var other = card("Lò Thị Khách")
        other.citizenNumber = "001180000078"
        _ = try enrol(other, at: second)
        try exchange()
        for box in [first, second] { #expect(try box.store.participants(of: event.id, limit: 10).items.count == 3) }
    }

    @Test func whoCouldBeEitherOfTwoStaysApart() throws {
        _ = try enrol(first.makeEntry("Lò Thị Khách"), at: first)
        for day in [3, 5] {
            var entry = second.makeEntry("Lò Thị Khách")
            entry.birth = BirthDate(year: 1980, month: 3, day: day)
            _ = try enrol(entry, at: second)
        }
        try exchange()
        for box in [first, second] { #expect(try box.store.participants(of: event.id, limit: 10).items.count == 4) }
    }

    @Test func walkInWhomTheOtherBoxHasOnTheRosterIsCountedWithTheRoster() throws {
        let walkIn = try enrol(second.makeEntry("Lò Thị Khách"), at: second)
        try second.redeem(.code(walkIn.enrolment.code), in: session)
        try first.enrol(["Bùi Thị Ví Dụ", "Lò Thị Khách"], in: event)
        try exchange()
        for box in [first, second] {
            let counts = try box.store.counts(session)
            #expect(counts.enrolled == 2 && counts.present == 1 && counts.walkIn.present == 0)
        }
        try checkLedgers()
        let answer = try first.store.perform(
            ImportRoster(
                event: event.id, entries: [first.makeEntry("Lò Thị Khách", row: 3)], source: "", isDryRun: false,
                actor: .system))
        #expect(answer.imported == 0)
    }

    @Test func consentsTravelWithTheirPeople() throws {
        let consent = Consent(purpose: "attendance", textVersion: "2", method: "read_aloud")
        _ = try first.store.perform(
            EnrolWalkIn(
                event: event.id, person: first.makeEntry("Lò Thị Khách"), idempotencyKey: "k", consent: consent,
                actor: TestBox.desk))
        let sent = try bundle(first)
        try second.merge(sent)
        try second.merge(sent)
        let told = "SELECT group_concat(purpose || text_version || method || at) FROM consent"
        let there: String? = try first.value(told)
        #expect(try second.value(told) == there && there != nil)
    }

    @Test func nothingThatFindsThePersonLeavesInAFileThatAnybodyReads() throws {
        _ = try enrol(card("Lò Thị Khách"), at: first)
        let plain = try first.store.bundle(of: event.id, software: "test", now: first.clock.now)
        #expect(plain.people.allSatisfy { $0.shared == nil })
    }

    @Test func statementsOfTheTwoAreTakenBackForOneOfBoth() throws {
        for box in [first, second] {
            let person = try enrol(box.makeEntry("Lò Thị Khách"), at: box)
            try box.redeem(.code(person.enrolment.code), in: session)
        }
        let before = try bundle(second)
        try exchange()
        let after = try second.store.bundle(
            of: event.id, after: before.manifest.ledger.last, software: "test", now: second.clock.now)
        let whole = try bundle(second).statements
        let said = before.statements + after.statements
        let taken = Set(said.compactMap { $0.object.objectType == "StatementRef" ? $0.object.id : nil })
        let standing = said.filter { $0.object.objectType != "StatementRef" && !taken.contains($0.id.description) }
        #expect(taken.count == 1 && standing.count == 1)
        #expect(whole.last?.id == standing.first?.id)
    }

    private func card(_ name: String, commune: String? = "Tiến Xuân") -> RosterEntry {
        var entry = first.makeEntry(name, number: number)
        entry.commune = commune
        return entry
    }

    private func enrol(_ entry: RosterEntry, at box: TestBox) throws -> EnrolledPerson {
        try box.store.perform(
            EnrolWalkIn(
                event: event.id, person: entry, idempotencyKey: UUID().uuidString, actor: TestBox.desk)
        ).person
    }

    /// Each box learns what the other has recorded; once more changes nothing.
    private func exchange() throws {
        let (one, two) = (try bundle(first), try bundle(second))
        try second.merge(one)
        try first.merge(two)
        let heads = try [first, second].map { try $0.store.ledgerHead() }
        try second.merge(one)
        try first.merge(two)
        #expect(try [first, second].map { try $0.store.ledgerHead() } == heads)
    }

    private func checkLedgers() throws {
        for box in [first, second] {
            #expect(try box.store.perform(Rebuild()).isUnchanged)
            #expect(try box.store.verify() == [])
        }
    }

    private func bundle(_ box: TestBox) throws -> EventBundle {
        try box.store.bundle(of: event.id, isForBox: true, software: "test", now: box.clock.now)
    }
}

extension Outcome {
    /// Whether the person was inside already.
    fileprivate var isSecondEntry: Bool {
        if case .refused(.alreadyRedeemed, _) = self { true } else { false }
    }
}
