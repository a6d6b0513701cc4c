import Attendance
import Testing

@testable import Store

@Suite struct EarlyArrivalTests {
    let box: TestBox
    let event: Event
    let people: [EnrolledPerson]

    private var session: ID<Session> { event.sessions[0].id }

    init() throws {
        box = try TestBox()
        event = try box.makeEvent(isOpen: false)
        people = try box.enrol(["Bùi Thị Một", "Bùi Văn Hai", "Bùi Thị Ba"], in: event)
    }

    private func come(_ place: Int, _ direction: Direction = .entry) throws -> RedeemAnswer {
        try box.redeem(.code(people[place].enrolment.code), in: session, direction: direction, gate: "Cửa A")
    }

    private func open() throws {
        _ = try box.store.perform(OpenSession(session: session, actor: TestBox.desk))
    }

    private func accept(_ scans: [ID<Scan>]) throws -> [RedeemAnswer] {
        try box.store.perform(AcceptEarly(session: session, scans: scans, actor: TestBox.desk))
    }

    private var waiting: [EarlyArrival] {
        get throws { try box.store.earlyArrivals(session) }
    }

    @Test func whoWaitsIsListedOnceWithTheFirstTime() throws {
        let first = try come(1)
        box.clock.advance(seconds: 60)
        _ = try come(0)
        _ = try come(1)
        #expect(try waiting.map(\.person.participant.name) == ["Bùi Văn Hai", "Bùi Thị Một"])
        #expect(try waiting.first?.scan == first.scan)
        #expect(try waiting.first?.at == first.occurredAt)
    }

    @Test func whoWentAwayAgainDoesNotWait() throws {
        _ = try come(0)
        _ = try come(0, .exit)
        #expect(try waiting.isEmpty)
        box.clock.advance(seconds: 60)
        let back = try come(0)
        #expect(try waiting.map(\.scan) == [back.scan])
    }

    @Test func acceptedListCountsFromTheTimeOfArrivalOnce() throws {
        let scans = [try come(0), try come(1)].map(\.scan)
        let arrival = box.clock.now.wall
        box.clock.advance(seconds: 3_600)
        try open()
        let answers = try accept(scans)
        #expect(answers.map(\.outcome) == [.accepted, .accepted])
        #expect(answers.allSatisfy { $0.record?.firstEntryAt == arrival && $0.record?.status == .present })
        #expect(try waiting.isEmpty)
        box.clock.advance(seconds: 60)
        let again = try accept(scans)
        #expect(again.map(\.isRepeat) == [true, true])
        #expect(again.map(\.scan) == answers.map(\.scan))
        #expect(try box.store.counts(session).present == 2)
    }

    @Test func acceptanceNamesTheRefusedScanAndWhoAccepted() throws {
        let refused = try come(0)
        try open()
        let accepted = try accept([refused.scan])[0]
        #expect(try box.value("SELECT about FROM ledger WHERE seq = \(accepted.seq)") == refused.seq)
        #expect(try box.value("SELECT method || ':' || actor FROM ledger WHERE seq = \(accepted.seq)") == "early:desk")
        #expect(try box.store.verify().isEmpty)
        #expect(try box.store.perform(Rebuild()).isUnchanged)
    }

    @Test func wrongClockIsCorrectedForTheAcceptanceToo() throws {
        let refused = try come(0)
        box.clock.advance(seconds: 600)
        try open()
        let accepted = try accept([refused.scan])[0]
        let now = box.clock.now
        _ = try box.store.perform(
            AnchorClock(
                source: .phone, time: now.wall.adding(minutes: 5_000), bootMilliseconds: now.bootMilliseconds,
                uncertaintyMilliseconds: 10, actor: TestBox.desk))
        let record = try box.store.record(of: people[0].participant.id, in: session)
        #expect(record.firstEntryAt == accepted.occurredAt.adding(minutes: 5_000))
    }

    @Test func whoWasDecidedAboutSinceIsNotOffered() throws {
        let scans = try (0..<3).map { try come($0).scan }
        _ = try box.store.perform(
            MarkAttendance(
                session: session, participant: people[0].participant.id, status: .excused, reason: "về",
                actor: TestBox.desk))
        _ = try box.store.perform(
            SetStanding(enrolment: people[1].enrolment.id, standing: .blocked, reason: "thử", actor: .system))
        try open()
        let entry = try come(2)
        #expect(try waiting.isEmpty)
        _ = try box.store.perform(AnnulScan(scan: entry.scan, reason: "nhầm", actor: TestBox.desk))
        #expect(try waiting.isEmpty)
        #expect(try accept([scans[1]])[0].outcome == .refused(.blocked))
    }

    @Test func listIsTakenOnlyIntoAnOpenSessionAndWholly() throws {
        let refused = try come(0)
        let before = try box.store.ledgerHead()
        #expect(throws: StoreError.conflict(.sessionNotOpen)) { try accept([refused.scan]) }
        try open()
        let entered = try come(1)
        let head = try box.store.ledgerHead()
        #expect(throws: StoreError.notFound(.scan)) { try accept([refused.scan, entered.scan]) }
        #expect(try box.store.ledgerHead() == head)
        #expect(before != head)
        #expect(try waiting.count == 1)
    }
}
