import Attendance
import Crypto
import Exchange
import Foundation
import Testing

@testable import Province

/// Whatever order the bundles of several boxes arrive in, the province knows the same.
@Suite struct OrderTests {
    private var home = TestLedger()
    private var guest = TestLedger()
    /// The event as the box has it that made it, and as the other one was given it.
    private var event = TestEvent("hai hộp", people: 2)
    private var shared = TestEvent("hai hộp", people: 2)

    init() {
        shared.isAdopted = true
    }

    @Test mutating func whatAnotherBoxDoesNotKnowStays() throws {
        guest.scan(shared[0], in: shared.morning, at: 60)
        guest.scan(shared[1], in: shared.morning, at: 60)
        (shared.people[0].position, shared.people[1].commune) = ("Tổ trưởng", nil)
        shared.people[1].sex = nil
        event.people[1].ethnicity = nil
        (event.people[1].birth, shared.people[1].birth) = ("1981", "1981-03-09")
        let state = try sameState { [home, guest, event, shared] province in
            var numbered = event
            numbered.people[0].sealedNumber = sealedNumber(province)
            return try [home.bundle(of: numbered), guest.bundle(of: shared)]
        }
        #expect(state.filter { $0.hasSuffix(" numbered") }.count == 1)
        #expect(state.contains { $0.contains("Tổ trưởng") })
        #expect(state.contains { $0.contains(" 1981 female Kinh Minh Quang ") })
    }

    @Test mutating func aBundleThatWasLateReplacesNothingNewer() throws {
        let first = try home.bundle(of: event)
        home.scan(event[0], in: event.morning, at: 60)
        var mended = event
        mended.people[0].name = "Bàn Thị Đã Sửa"
        mended.people[1].organisation = nil
        let second = try home.bundle(of: mended, after: 1)
        let alone = try sameState { _ in [first, second] }
        #expect(alone.contains { $0.contains("Bàn Thị Đã Sửa") })
        let other = try guest.bundle(of: shared)
        let several = try sameState { _ in [first, other, second] }
        #expect(several.contains { $0.contains("Bàn Thị Đã Sửa") })
    }

    @Test mutating func theBoxThatMadeTheEventWordsIt() throws {
        guest.scan(shared[0], in: shared.morning, at: 1_200)
        guest.scan(shared[1], in: shared.morning, at: 4_000)
        let first = try home.bundle(of: event)
        home.scan(event[0], in: event.afternoon, at: 18_060)
        var mended = event
        var definition = event.event.definition
        (definition.name, definition.programme) = ("Tên mới", "Dự án 9")
        let sessions = event.event.sessions.map { session in
            var definition = session.definition
            definition.lateAfterMinutes = 90
            return Session(id: session.id, event: session.event, definition: definition, state: session.state)
        }
        mended.event = Event(
            id: event.event.id, number: event.event.number, definition: definition, sessions: sessions)
        let second = try home.bundle(of: mended, after: 1)
        let state = try sameState { [guest, shared] _ in [first, second, try guest.bundle(of: shared)] }
        #expect(state.contains { $0.hasPrefix("event Tên mới Dự án 9") })
        #expect(state.filter { $0.contains(" present ") }.count == 3)
    }

    @Test mutating func theLastEntryAboutACardSaysWhetherItCounts() throws {
        home.stand(event[0], .blocked, at: 60)
        guest.stand(shared[0], .valid, at: 120)
        guest.stand(shared[1], .revoked, at: 130)
        event.people[0].standing = "blocked"
        shared.people[1].standing = "revoked"
        let state = try sameState { [home, guest, event, shared] _ in
            try [home.bundle(of: event), guest.bundle(of: shared)]
        }
        #expect(state.filter { $0.contains(" revoked ") }.count == 1)
        #expect(state.filter { $0.contains(" valid ") }.count == 1)
    }

    @Test mutating func aTrueTimeThatAnotherEventTellsOrdersStandings() throws {
        home.stand(event[0], .blocked, at: 60)
        let first = try home.bundle(of: event)
        home.anchor(at: 300, offset: 7_200)
        let other = try home.bundle(of: TestEvent("khác"), after: 2)
        guest.stand(shared[0], .valid, at: 120)
        event.people[0].standing = "blocked"
        let state = try sameState { [guest, shared] _ in [first, other, try guest.bundle(of: shared)] }
        #expect(state.filter { $0.contains(" blocked ") }.count == 1)
    }

    @Test mutating func anAnnulmentIsOfAllCopiesOfAScan() throws {
        let (first, second) = (UUID(), UUID())
        home.scan(event[0], in: event.morning, at: 60, nonce: first)
        let known = home.scan(event[1], in: event.morning, at: 61, nonce: second)
        let copy = guest.scan(shared[0], in: shared.morning, at: 70, nonce: first)
        guest.scan(shared[1], in: shared.morning, at: 71, nonce: second)
        guest.annul(copy, at: 80)
        home.annul(known, at: 90)
        let state = try sameState { [home, guest, event, shared] _ in
            try [home.bundle(of: event), guest.bundle(of: shared)]
        }
        #expect(state.filter { $0.hasPrefix("scan") }.count == 2)
        #expect(state.filter { $0.hasPrefix("scan") && $0.hasSuffix("annulled") }.count == 2)
    }

    @Test(arguments: ["blocked", "accepted"])
    mutating func oneAttemptOfWhichTwoBoxesThinkDifferentlyIsTheAcceptedOne(here: String) throws {
        let nonce = UUID()
        home.scan(event[0], in: event.morning, at: 60, nonce: nonce, outcome: here)
        let there = here == "blocked" ? "accepted" : "blocked"
        guest.scan(shared[0], in: shared.morning, at: 70, nonce: nonce, outcome: there)
        let state = try sameState { [home, guest, event, shared] _ in
            try [home.bundle(of: event), guest.bundle(of: shared)]
        }
        #expect(state.filter { $0.hasPrefix("scan accepted") }.count == 1)
        #expect(state.filter { $0.hasPrefix("scan") }.count == 1)
    }

    @Test mutating func aScanIsOfTheEnrolmentThatStandsForThePerson() throws {
        let twin = TestEvent.person(7, of: event.event.id, name: event.people[0].name, birth: event.people[0].birth)
        shared.people.append(twin)
        home.scan(event[0], in: event.morning, at: 60)
        guest.scan(twin.enrolment, in: shared.morning, at: 70, .exit)
        let state = try sameState { [home, guest, event, shared] _ in
            try [home.bundle(of: event), guest.bundle(of: shared)]
        }
        #expect(Set(state.filter { $0.hasPrefix("scan") }.map { $0.split(separator: " ")[3] }).count == 1)
    }

    private func sealedNumber(_ province: TestProvince) -> String? {
        let key = province.keys.age.publicKey
        return TestEvent.person(0, of: event.event.id, number: "001185000001", province: key).sealedNumber
    }

    /// What a province knows after these bundles, whichever order they come in.
    private func sameState(of bundles: (TestProvince) throws -> [[UInt8]]) throws -> [String] {
        let count = try bundles(TestProvince()).count
        let states = try orders(of: count).map { order in
            let province = try TestProvince()
            for box in [home, guest] { try province.register(box) }
            let bundles = try bundles(province)
            for place in order { try province.take(bundles[place]) }
            return try state(province)
        }
        for state in states { #expect(state == states.first) }
        return states.first ?? []
    }

    /// All orders of so many.
    private func orders(of count: Int) -> [[Int]] {
        if count == 0 { return [[]] }
        return orders(of: count - 1).flatMap { order in
            (0..<count).map { place in
                var order = order
                order.insert(count - 1, at: place)
                return order
            }
        }
    }

    /// Everything that does not depend on the province's own keys and numbers.
    private func state(_ province: TestProvince) throws -> [String] {
        try province.database.use { connection in
            try connection.all(
                """
                SELECT concat_ws(' ', 'event', name, programme) FROM province.event
                UNION ALL SELECT concat_ws(' ', 'session', title, starts_at, late_after_minutes) FROM province.session
                UNION ALL SELECT concat_ws(' ', 'person', name, birth, sex, ethnicity, commune, unit_now, position,
                    standing, CASE WHEN number_hash IS NULL THEN 'unnumbered' ELSE 'numbered' END) FROM province.enrolment
                UNION ALL SELECT concat_ws(' ', 'attendance', session, enrolment, status, '.') FROM province.attendance
                UNION ALL SELECT concat_ws(' ', 'scan', outcome, session, enrolment, id,
                    CASE WHEN is_annulled THEN 'annulled' END) FROM report.scan
                ORDER BY 1
                """
            ) { try $0[0] as String }
        }
    }
}
