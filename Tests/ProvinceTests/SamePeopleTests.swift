import Attendance
import Exchange
import Testing

@testable import Province

/// Somebody whom two boxes of one event have registered: one person, one attendance.
@Suite struct SamePeopleTests {
    /// The same person as number 0, as another box has registered them.
    private let other: PersonRecord
    private let event: TestEvent
    private let first: TestEvent
    private let second: TestEvent

    init() {
        var (event, second) = (TestEvent("hai hộp", people: 2), TestEvent("hai hộp", people: 2))
        var person = TestEvent.person(7, of: event.event.id, name: event.people[0].name, birth: event.people[0].birth)
        person.walkIn = true
        event.people[0].walkIn = true
        second.people[0] = person
        (self.event, first, self.second, other) = (event, event, second, person)
    }

    @Test(arguments: [[0, 1], [1, 0]])
    func twoRegistrationsAreOneAttendanceInEitherOrder(order: [Int]) throws {
        let province = try TestProvince()
        var (here, there) = (TestLedger(), TestLedger())
        here.scan(first[0], in: event.morning, at: 600)
        here.scan(first[1], in: event.morning, at: 900)
        there.scan(other.enrolment, in: event.morning, at: 4_200, .exit)
        let bundles = [try here.bundle(of: first), try there.bundle(of: second)]
        for box in [here, there] { try province.register(box) }
        for place in order { try province.take(bundles[place]) }
        #expect(try province.number("SELECT count(*) FROM province.attendance") == 2)
        #expect(try province.number("SELECT count(*) FROM report.enrolment") == 2)
        #expect(try province.number("SELECT count(*) FROM report.scan") == 3)
        #expect(try province.number("SELECT max(minutes_present) FROM report.attendance") == 195)
        #expect(try province.number("SELECT min(minutes_present) FROM report.attendance") == 60)
    }

    @Test func whoTurnsOutToBeSomebodyElseIsCountedAlone() throws {
        let province = try TestProvince()
        var (here, there) = (TestLedger(), TestLedger())
        for box in [here, there] { try province.register(box) }
        here.scan(first[0], in: event.morning, at: 600)
        there.scan(other.enrolment, in: event.morning, at: 700)
        there.scan(other.enrolment, in: event.afternoon, at: 18_700)
        try province.take(here.bundle(of: first))
        try province.take(there.bundle(of: second))
        #expect(try province.number("SELECT count(*) FROM province.attendance") == 2)
        var mended = second
        mended.people[0].birth = "1971-01-01"
        there.scan(second[1], in: event.morning, at: 800)
        try province.take(there.bundle(of: mended, after: 3))
        #expect(try province.number("SELECT count(*) FROM province.attendance") == 4)
        #expect(try province.number("SELECT count(DISTINCT person) FROM report.attendance") == 3)
    }
}
