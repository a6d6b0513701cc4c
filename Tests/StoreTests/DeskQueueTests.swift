import Attendance
import Foundation
import Testing

@testable import Store

/// What a desk recorded while the box was away, brought in later.
@Suite struct DeskQueueTests {
    let box: TestBox
    let scene: TestBox.Scene
    let start: Timestamp

    init() throws {
        box = try TestBox()
        scene = try box.makeScene()
        start = box.clock.now.wall
    }

    /// A scan that happened so many minutes after the start and is sent a minute before it is received.
    private func scan(
        _ presented: Presented? = nil, nonce: String = UUID().uuidString, minutes: Int, sentAt: Timestamp? = nil,
        actor: Actor = TestBox.desk
    ) -> Redeem {
        Redeem(
            session: scene.session, presented: presented ?? scene.code, nonce: nonce,
            occurredAt: start.adding(minutes: minutes), sentAt: sentAt ?? box.clock.now.wall, actor: actor)
    }

    private func record(
        _ redeem: Redeem, walkIn: EnrolWalkIn? = nil, recorder: ID<StaffMember>? = nil, told: Refusal? = nil
    ) throws -> RecordQueued.Answer {
        try box.store.perform(RecordQueued(redeem: redeem, walkIn: walkIn, recorder: recorder, told: told))
    }

    private func addOperator(_ name: String) throws -> ID<StaffMember> {
        try box.store.perform(AddOperator(name: name, role: .operator, pinHash: "-", actor: .system)).id
    }

    @Test func scanKeepsTheTimeAtTheDoor() throws {
        box.clock.advance(seconds: 40 * 60)
        let answer = try record(scan(minutes: 5))
        #expect(answer.scan.outcome == .accepted && answer.flag == nil)
        #expect(answer.scan.occurredAt == start.adding(minutes: 5))
    }

    @Test func sameEntryAgainGetsTheSameAnswerAndCountsOnce() throws {
        box.clock.advance(seconds: 40 * 60)
        let first = try record(scan(nonce: "n", minutes: 5))
        box.clock.advance(seconds: 1 * 60)
        let again = try record(scan(nonce: "n", minutes: 5))
        #expect(again.scan.isRepeat && again.scan.scan == first.scan.scan)
        #expect(try box.store.counts(scene.session).present == 1)
    }

    @Test func scanWhoseLiveAnswerWasLostCountsOnce() throws {
        let live = try box.redeem(scene.code, in: scene.session, nonce: "n")
        box.clock.advance(seconds: 10 * 60)
        let queued = try record(scan(nonce: "n", minutes: 0))
        #expect(queued.scan.scan == live.scan && queued.scan.isRepeat && queued.flag == nil)
    }

    @Test func refusalThatTheDeskDidNotKnowOfIsFlaggedOnce() throws {
        try box.redeem(scene.code, in: scene.session)
        box.clock.advance(seconds: 10 * 60)
        for _ in 1...2 {
            #expect(try record(scan(nonce: "n", minutes: 5)).flag == .refused(.alreadyRedeemed))
        }
        let conflicts = try box.store.openConflicts()
        #expect(conflicts.map(\.reason) == ["already_redeemed"])
        #expect(conflicts.first?.name == "Bùi Thị Ví Dụ")
        #expect(conflicts.first?.occurredAt == start.adding(minutes: 5))
    }

    @Test func refusalThatTheDeskHadSaidItselfIsRecordedAndNotFlagged() throws {
        try box.redeem(scene.code, in: scene.session)
        box.clock.advance(seconds: 10 * 60)
        let answer = try record(scan(minutes: 5), told: .alreadyRedeemed)
        #expect(answer.scan.outcome != .accepted && answer.flag == nil)
        #expect(try box.store.openConflicts().isEmpty)
    }

    @Test func scanBeforeTheClosingCountsAndALaterOneIsFlagged() throws {
        let other = try box.enrol(["Đinh Công Ví Dụ"], in: scene.event)[0]
        box.clock.advance(seconds: 30 * 60)
        _ = try box.store.perform(CloseSession(session: scene.session, actor: .system))
        box.clock.advance(seconds: 30 * 60)
        #expect(try record(scan(minutes: 20)).flag == nil)
        #expect(try record(scan(.code(other.enrolment.code), minutes: 40)).flag == .refused(.sessionClosed))
    }

    @Test func earlierScanOfTwoDesksBecomesTheFirstEntry() throws {
        box.clock.advance(seconds: 40 * 60)
        _ = try record(scan(minutes: 9))
        let earlier = try record(scan(minutes: 5))
        #expect(earlier.flag == nil)
        #expect(earlier.scan.record?.firstEntryAt == start.adding(minutes: 5))
    }

    @Test func walkInIsRegisteredAndCheckedInTogetherAndOnce() throws {
        box.clock.advance(seconds: 40 * 60)
        let walkIn = EnrolWalkIn(
            event: scene.event.id, person: box.makeEntry("Lò Thị Khách"), idempotencyKey: "k", actor: TestBox.desk)
        let redeem = scan(.unreadable(.other, length: 0), nonce: "n", minutes: 5)
        let first = try record(redeem, walkIn: walkIn)
        let again = try record(redeem, walkIn: walkIn)
        #expect(first.scan.person?.name == "Lò Thị Khách" && first.scan.outcome == .accepted)
        #expect(again.scan.person == first.scan.person && again.scan.isRepeat)
        #expect(try box.store.counts(scene.session).walkIn.present == 1)
    }

    @Test func operatorOnDutyIsTheActorAndTheUploaderIsKeptBeside() throws {
        let (duty, later) = (try addOperator("Chị Hương"), try addOperator("Anh Sơn"))
        _ = try box.store.perform(
            LendRoster(session: scene.session, count: 1, actor: Actor(.desk, staff: duty)))
        box.clock.advance(seconds: 40 * 60)
        let answer = try record(scan(minutes: 5, actor: Actor(.desk, staff: later)), recorder: duty)
        #expect(answer.flag == nil)
        let scan = try box.store.register(of: scene.event.id).scans[0]
        #expect(scan.operatorName == "Chị Hương")
        #expect(try box.value("SELECT detail FROM ledger WHERE kind = 'redeem'") == "uploader \(later)")
    }

    @Test func operatorWhoNeverHadARosterIsNotBelieved() throws {
        let (claimed, uploader) = (try addOperator("Chị Hương"), try addOperator("Anh Sơn"))
        box.clock.advance(seconds: 40 * 60)
        let answer = try record(scan(minutes: 5, actor: Actor(.desk, staff: uploader)), recorder: claimed)
        #expect(answer.scan.outcome == .accepted && answer.flag == .unconfirmedOperator)
        #expect(try box.store.register(of: scene.event.id).scans[0].operatorName == "Anh Sơn")
    }

    private func takeBack(
        _ scan: QueuedScan, nonce: String = "b", recorder: ID<StaffMember>? = nil, actor: Actor = TestBox.desk
    ) throws -> TakeBackQueued.Answer {
        try box.store.perform(
            TakeBackQueued(
                nonce: nonce, session: scene.session, scan: scan, reason: "nhầm người", recorder: recorder,
                actor: actor))
    }

    private func annulments() throws -> Int? {
        try box.value(
            "SELECT count(*) FROM ledger JOIN note USING (seq) WHERE kind = 'annul' AND text = 'nhầm người'")
    }

    @Test func scanThatWasTakenBackStaysWithItsAnnulmentOnce() throws {
        box.clock.advance(seconds: 40 * 60)
        for _ in 1...2 {
            let scan = try record(scan(nonce: "n", minutes: 5))
            let answer = try takeBack(.nonce("n"))
            #expect(answer.scan == scan.scan.scan && answer.flag == nil)
        }
        #expect(try box.store.counts(scene.session).present == 0)
        #expect(try annulments() == 1)
        #expect(try box.value("SELECT outcome FROM ledger WHERE kind = 'redeem'") == "accepted")
    }

    @Test func annulmentThatComesBeforeItsScanWaitsForIt() throws {
        let (duty, later) = (try addOperator("Chị Hương"), try addOperator("Anh Sơn"))
        _ = try box.store.perform(LendRoster(session: scene.session, count: 1, actor: Actor(.desk, staff: duty)))
        box.clock.advance(seconds: 40 * 60)
        for _ in 1...2 {
            let answer = try takeBack(.nonce("n"), recorder: duty, actor: Actor(.desk, staff: later))
            #expect(answer.scan == nil && answer.flag == .scanMissing)
        }
        #expect(try box.store.openConflicts().map(\.reason) == ["scan_missing"])
        for _ in 1...2 { _ = try record(scan(nonce: "n", minutes: 5)) }
        #expect(try box.store.openConflicts().isEmpty)
        #expect(try box.store.counts(scene.session).present == 0)
        #expect(try annulments() == 1)
        let name: String? = try box.value(
            "SELECT name FROM ledger JOIN staff ON staff.id = staff WHERE kind = 'annul'")
        #expect(name == "Chị Hương")
    }

    @Test func annulmentThatSomebodyLookedAtStillHolds() throws {
        _ = try takeBack(.nonce("n"))
        let conflict = try #require(try box.store.openConflicts().first)
        try box.store.perform(ReviewConflict(entry: conflict.entry, actor: .system))
        box.clock.advance(seconds: 40 * 60)
        _ = try record(scan(nonce: "n", minutes: 5))
        #expect(try box.store.counts(scene.session).present == 0)
    }

    @Test func nextScanOfTheSamePersonCountsAfterOneWasTakenBack() throws {
        box.clock.advance(seconds: 40 * 60)
        let entries = { [self] in
            _ = try record(scan(nonce: "n", minutes: 5))
            _ = try takeBack(.nonce("n"))
            return try record(scan(nonce: "m", minutes: 20))
        }
        let first = try entries()
        let again = try entries()
        #expect(first.scan.outcome == .accepted && again.scan.scan == first.scan.scan)
        #expect(first.scan.occurredAt == start.adding(minutes: 20))
        #expect(try box.store.counts(scene.session).present + box.store.counts(scene.session).late == 1)
    }

    @Test func scanThatTheBoxHadTakenIsTakenBackByItsID() throws {
        let live = try box.redeem(scene.code, in: scene.session)
        #expect(try takeBack(.id(live.scan)).annulled?.enrolment != nil)
        #expect(try box.store.counts(scene.session).present == 0)
    }

    @Test func scanThatWasRefusedNeedsNoAnnulment() throws {
        try box.redeem(scene.code, in: scene.session)
        box.clock.advance(seconds: 10 * 60)
        _ = try record(scan(nonce: "n", minutes: 5), told: .alreadyRedeemed)
        let answer = try takeBack(.nonce("n"))
        #expect(answer.annulled == nil && answer.flag == nil)
        #expect(try box.store.counts(scene.session).present == 1)
    }

    @Test func wrongWalkInCountsNowhereAndIsKnownWhenTheyComeInEarnest() throws {
        let walkIn = EnrolWalkIn(
            event: scene.event.id, person: RosterEntry(sheet: "", row: 0, name: "Lò Thị Khách"), idempotencyKey: "k",
            actor: TestBox.desk)
        box.clock.advance(seconds: 10 * 60)
        let first = try record(scan(.unreadable(.other, length: 0), nonce: "n", minutes: 5), walkIn: walkIn)
        _ = try takeBack(.nonce("n"))
        let counts = try box.store.counts(scene.session)
        #expect(counts.walkIn.present == 0 && counts.walkIn.late == 0)
        let person = try #require(first.scan.person)
        #expect(try box.redeem(.participant(person.id), in: scene.session).outcome == .accepted)
        #expect(try box.store.counts(scene.session).walkIn.present == 1)
    }

    @Test func operatorWhoNeverHadARosterTakesBackUnderTheUploadersName() throws {
        let (claimed, uploader) = (try addOperator("Chị Hương"), try addOperator("Anh Sơn"))
        box.clock.advance(seconds: 40 * 60)
        _ = try record(scan(nonce: "n", minutes: 5))
        for _ in 1...2 {
            let answer = try takeBack(.nonce("n"), recorder: claimed, actor: Actor(.desk, staff: uploader))
            #expect(answer.flag == .unconfirmedOperator)
        }
        #expect(try annulments() == 1)
        #expect(try box.store.openConflicts().map(\.reason) == ["unconfirmed_operator"])
    }

    @Test func unusableEntryIsKeptOnceUntilSomebodyHasLooked() throws {
        let command = FlagQueued(nonce: "n", reason: .unreadable, sealed: [1, 2, 3], actor: TestBox.desk)
        try box.store.perform(command)
        try box.store.perform(command)
        let conflict = try #require(try box.store.openConflicts().first)
        #expect(try box.store.openConflicts().count == 1)
        try box.store.perform(ReviewConflict(entry: conflict.entry, actor: .system))
        #expect(try box.store.openConflicts().isEmpty)
        #expect(try box.value("SELECT hex(sealed) FROM queue_conflict") == "010203")
        #expect(try box.value("SELECT count(*) FROM ledger WHERE kind = 'conflict_reviewed'") == 1)
    }

    @Test func whoTakesTheRosterStandsInTheLedger() throws {
        let staff = try addOperator("Chị Hương")
        try box.store.perform(LendRoster(session: scene.session, count: 1, actor: Actor(.desk, staff: staff)))
        let found: String? = try box.value(
            "SELECT staff.name FROM ledger JOIN staff ON staff.id = staff WHERE kind = 'roster_lent' AND number = 1")
        #expect(found == "Chị Hương")
    }

    @Test func rosterOfASessionThatIsNotOpenIsNotLent() throws {
        _ = try box.store.perform(CloseSession(session: scene.session, actor: .system))
        #expect(throws: StoreError.conflict(.sessionNotOpen)) {
            try box.store.perform(LendRoster(session: scene.session, count: 1, actor: TestBox.desk))
        }
    }

    @Test func phonesCanBeReadAfterARestart() throws {
        let key = box.store.queuePublicKey
        try box.reopen()
        #expect(box.store.queuePublicKey == key)
    }
}
