import Attendance
import Crypto
import Exchange
import Foundation
import Testing

@testable import Province

/// Who is one person across events.
@Suite struct PeopleTests {
    private let province: TestProvince
    private var box = TestLedger()

    init() throws {
        province = try TestProvince()
        try province.register(box)
    }

    /// How somebody is written on a list.
    struct Listed: Sendable {
        var name = "Bàn Thị Ví Dụ"
        var birth = "1985-03-08"
        var commune = "09700"
        var number: String?
    }

    @Test(arguments: [
        // The number decides, however the name is written.
        ([Listed(number: "001185000001"), Listed(name: "BÀN THI VÍ DỤ", birth: "1985", number: "001185000001")], 1),
        ([Listed(number: "001185000001"), Listed(number: "001185000002")], 2),
        // Where one list lacks it: name, birth date or year, and commune.
        ([Listed(number: "001185000001"), Listed(name: "Ban Thi Vi Du")], 1),
        ([Listed(number: "001185000001"), Listed(birth: "1985")], 1),
        ([Listed(number: "001185000001"), Listed(birth: "1985-03-09")], 2),
        ([Listed(number: "001185000001"), Listed(commune: "09703")], 2),
        ([Listed(), Listed(birth: "1985"), Listed(birth: "1985")], 1),
        // Between two who fit, nobody guesses.
        ([Listed(number: "001185000001"), Listed(number: "001185000002"), Listed()], 3),
    ])
    func peopleAreCountedOnceInAnyOrder(lists: [Listed], unique: Int) throws {
        for order in [lists, lists.reversed()] {
            let province = try TestProvince()
            try deliver(order, to: province)
            #expect(try SummaryReader(province.database).summary(SummaryFilter()).total.registered == unique)
            #expect(try SummaryReader(province.database).summary(SummaryFilter()).total.enrolments == lists.count)
        }
    }

    @Test func theNumberIsStoredNowhere() throws {
        try deliver([Listed(number: "001185000001")], to: province)
        let found = try province.database.use { connection in
            try connection.all("SELECT enrolment::text FROM province.enrolment") { try $0[0] as String }
        }
        #expect(found.count == 1)
        #expect(!found.contains { $0.contains("001185000001") })
    }

    @Test func officersDecideAboutPeopleWhoLookAlike() throws {
        try deliver([Listed(number: "001185000001"), Listed(commune: "09706")], to: province)
        let review = PersonReview(province.database)
        let pair = try #require(try review.pairs(limit: 10).first)
        #expect(pair.first.name == "Bàn Thị Ví Dụ" && pair.first.isNumbered != pair.second.isNumbered)
        try decide(.merge, pair)
        #expect(try SummaryReader(province.database).summary(SummaryFilter()).total.registered == 1)
        #expect(try review.pairs(limit: 10).isEmpty)
        try decide(.keepApart, pair)
        #expect(try SummaryReader(province.database).summary(SummaryFilter()).total.registered == 2)
        #expect(try review.pairs(limit: 10).isEmpty)
    }

    @Test mutating func aDecisionAboutTwoOfOneClassChangesItsAttendance() throws {
        var event = TestEvent(people: 2)
        event.people[1].name = event.people[0].name
        (event.people[1].birth, event.people[1].commune) = (nil, nil)
        box.scan(event[0], in: event.morning, at: 60)
        box.scan(event[1], in: event.morning, at: 600)
        box.scan(event[1], in: event.afternoon, at: 18_060)
        try province.take(try box.bundle(of: event))
        let total = { [province] in try SummaryReader(province.database).summary(SummaryFilter()).total }
        #expect(try [total().people, total().attendances] == [2, 3])
        let pair = try #require(try PersonReview(province.database).pairs(limit: 10).first)
        try decide(.merge, pair)
        #expect(try [total().people, total().attendances] == [1, 2])
        #expect(
            try province.number("SELECT count(*) FROM province.attendance_history WHERE why = 'same_person'") > 0)
        try decide(.keepApart, pair)
        #expect(try [total().people, total().attendances] == [2, 3])
    }

    @Test func aDecisionFollowsThePeopleWhomItWasAbout() throws {
        try deliver([Listed(birth: ""), Listed()], to: province)
        let pair = try #require(try PersonReview(province.database).pairs(limit: 10).first)
        try decide(.merge, pair)
        #expect(try registered() == 1)
        try deliver([Listed(number: "001185000001")], to: province)
        #expect(try registered() == 1)
        #expect(try PersonReview(province.database).pairs(limit: 10).isEmpty)
        try deliver([Listed(name: "Bàn Thị Khác")], to: province)
        #expect(try registered() == 2)
    }

    @Test func aDecisionThatTwoAreNotOneFollowsThemToo() throws {
        try deliver([Listed(birth: ""), Listed()], to: province)
        let review = PersonReview(province.database)
        try decide(.merge, try #require(try review.pairs(limit: 10).first))
        try deliver([Listed(number: "001185000001")], to: province)
        let people = try province.database.use {
            try $0.all("SELECT DISTINCT person FROM province.enrolment ORDER BY 1") { try $0[0] as Int64 }
        }
        try #require(people.count == 2)
        try review.decide(
            PersonDecision(first: people[0], second: people[1], decision: .keepApart), by: "cán bộ",
            at: TestProvince.now)
        #expect(try registered() == 2)
        try deliver([Listed(birth: "1985")], to: province)
        #expect(try registered() == 2)
        #expect(try review.pairs(limit: 10).isEmpty)
    }

    @Test mutating func whatAListTellsOfPeopleOfAnotherEventChangesItsAttendance() throws {
        var event = TestEvent(people: 2)
        (event.people[1].name, event.people[1].birth) = (event.people[0].name, "1980")
        event.people[0].sealedNumber =
            TestEvent.person(0, of: event.event.id, number: "001180000001", province: province.keys.age.publicKey)
            .sealedNumber
        for number in 0..<2 { box.scan(event[number], in: event.morning, at: 60) }
        try province.take(try box.bundle(of: event))
        #expect(try registered() == 1)
        #expect(try province.number("SELECT count(*) FROM report.attendance") == 1)
        // Another of the same name and year: nobody knows any more which of the two it is.
        try deliver(
            [Listed(name: event.people[0].name, birth: "1980-09-09", number: "001180000002")], to: province)
        #expect(try registered() == 3)
        #expect(try province.number("SELECT count(*) FROM report.attendance") == 2)
    }

    private func registered() throws -> Int {
        try SummaryReader(province.database).summary(SummaryFilter()).total.registered
    }

    private func decide(_ kind: PersonDecision.Kind, _ pair: PersonPair) throws {
        try PersonReview(province.database).decide(
            PersonDecision(first: pair.first.id, second: pair.second.id, decision: kind), by: "cán bộ",
            at: TestProvince.now)
    }

    @Test func aDecisionAboutNobodyIsRefused() throws {
        #expect(throws: PersonDecision.Failure.unknownPerson) {
            try PersonReview(province.database).decide(
                PersonDecision(first: 1, second: 2, decision: .merge), by: "cán bộ", at: TestProvince.now)
        }
    }

    @Test func consentsAreKeptOnceAndStay() throws {
        let consent = PersonRecord.Consent(
            purpose: "attendance", textVersion: "card-1", method: "read_aloud", at: "2024-06-12T08:03:00+07:00")
        var event = TestEvent(people: 2)
        event.people[1].consents = [consent]
        try province.take(box.bundle(of: event))
        try province.take(box.bundle(of: event))
        event.people[1].consents = nil
        try province.take(box.bundle(of: event))
        let kept = try province.database.use { connection in
            try connection.all(
                "SELECT purpose, text_version, method, province.ms(given_at), enrolment FROM report.consent"
            ) {
                #expect(try ($0[0], $0[1], $0[2]) == ("attendance", "card-1", "read_aloud"))
                #expect(try $0[3] == 1_718_154_180_000)
                return try $0[4] as ID<Enrolment>
            }
        }
        #expect(kept == [event[1]])
    }

    @Test func aPersonWithAConsentOfNoTimeIsARefusedLine() throws {
        var event = TestEvent(people: 2)
        event.people[1].consents = [.init(purpose: "attendance", textVersion: "1", method: "desk", at: "hôm nay")]
        try province.take(box.bundle(of: event))
        #expect(try province.number("SELECT count(*) FROM report.enrolment") == 1)
        #expect(try province.number("SELECT line FROM report.refusal WHERE part = 'people'") == 2)
    }

    /// Each list is an event of one person.
    private func deliver(_ lists: [Listed], to province: TestProvince) throws {
        let box = TestLedger()
        try province.register(box)
        for listed in lists {
            var event = TestEvent(UUID().uuidString, people: 0)
            event.people = [
                TestEvent.person(
                    0, of: event.event.id, name: listed.name, birth: listed.birth, commune: listed.commune,
                    number: listed.number, province: province.keys.age.publicKey)
            ]
            try province.take(try box.bundle(of: event))
        }
    }
}
