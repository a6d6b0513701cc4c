import Attendance
import Crypto
import Exchange
import Foundation
import Testing

@testable import Store

@Suite struct BoxesTests {
    @Test func theSecondBoxKnowsTheFirstOnesBadgesAndPeople() throws {
        let (first, second, scene) = try makePair()
        let badge = try first.store.badge(for: scene.person.enrolment)
        #expect(try second.redeem(.badge(badge), in: scene.session).outcome == .accepted)
        let there = try first.store.participants(of: scene.event.id, limit: 10).items
        #expect(try second.store.participants(of: scene.event.id, limit: 10).items == there)
    }

    @Test func rosterNumbersAreFoundAgainOnTheSecondBox() throws {
        let first = try TestBox(isAnother: true)
        let event = try first.makeEvent()
        let entry = first.makeEntry("Bùi Thị Ví Dụ", number: "001183000003")
        _ = try first.store.perform(
            ImportRoster(event: event.id, entries: [entry], source: "", isDryRun: false, actor: .system))
        let second = try first.share(event)
        let register = try second.store.register(of: event.id, withCitizenNumbers: true)
        #expect(register.rows.map(\.citizenNumber) == ["001183000003"])
        var other = first.makeEntry("Bui Thi Vi Du", number: "001183000003")
        other.birth = nil
        let answer = try second.store.perform(
            EnrolWalkIn(event: event.id, person: other, idempotencyKey: "k", actor: TestBox.desk))
        #expect(!answer.isNew)
    }

    @Test func noTwoBoxesHaveACodeInCommon() {
        var classes = [CodeClass.whole]
        for _ in 0..<3 { classes = classes.flatMap { [$0.halves.kept, $0.halves.given] } }
        var random = SplitMix(state: 7)
        for _ in 0..<2_000 {
            for codes in classes {
                let serial = codes.random(using: &random).serial
                #expect(classes.filter { serial % $0.modulus == $0.residue } == [codes])
            }
        }
    }

    @Test func sharingWithTheSameBoxAgainGivesItTheSameCodes() throws {
        let first = try TestBox(isAnother: true)
        let event = try first.makeEvent().id
        let key = MinisignPublicKey(SigningKey().verifyingKey)
        let given = try first.store.perform(ShareEvent(event: event, key: key, actor: .system))
        #expect(try first.store.perform(ShareEvent(event: event, key: key, actor: .system)) == given)
        let other = MinisignPublicKey(SigningKey().verifyingKey)
        #expect(try first.store.perform(ShareEvent(event: event, key: other, actor: .system)) != given)
    }

    /// Whatever two boxes record, and whenever each learns the time: who has both bundles says the same.
    @Test(arguments: 1...25)
    func theOrderOfBundlesMakesNoDifference(seed: Int) throws {
        let (first, second, scene) = try makePair(people: 4)
        let boxes = [first, second]
        var random = SplitMix(state: UInt64(seed))
        for _ in 0..<30 { try act(boxes.randomElement(using: &random) ?? first, scene, &random) }
        let bundles = try boxes.map { try bundle($0, scene.event) }
        let (third, fourth) = (try first.share(scene.event), try first.share(scene.event))
        for bundle in bundles { try third.merge(bundle) }
        for bundle in bundles.reversed() { try fourth.merge(bundle) }
        try first.merge(bundles[1])
        try second.merge(bundles[0])
        let records = try [first, second, third, fourth].map { try $0.store.records(scene.session) }
        #expect(records[1] == records[0] && records[2] == records[0] && records[3] == records[0])
        for box in [first, second, third, fourth] {
            #expect(try box.store.perform(Rebuild()).isUnchanged)
            #expect(try box.store.verify() == [])
        }
        var history = EventHistory()
        for bundle in bundles.shuffled(using: &random) {
            for line in bundle.entries { history.take(line, box: bundle.manifest.box) }
        }
        let derived = history.records(bundles[0].event.sessions).filter { $0.key.session == scene.session }
        #expect(Dictionary(uniqueKeysWithValues: derived.map { ($0.key.enrolment, $0.value) }) == records[0])
    }

    @Test func mergingAgainWritesNothing() throws {
        let (first, second, scene) = try makePair()
        try first.redeem(scene.code, in: scene.session)
        let bundle = try bundle(first, scene.event)
        #expect(try second.merge(bundle).scans == 1)
        let head = try second.store.ledgerHead()
        #expect(try second.merge(bundle).entries == 0)
        #expect(try second.store.ledgerHead() == head)
    }

    @Test func everyEntryOfABoxThatWasNeverRestoredIsItsOwn() throws {
        let (first, _, scene) = try makePair()
        try first.redeem(scene.code, in: scene.session)
        #expect(try bundle(first, scene.event).ledger.compactMap(\.entry).allSatisfy { $0.origin == nil })
    }

    @Test func scansOfABoxThatWasCopiedAreAllTaken() throws {
        let (first, second, scene) = try makePair()
        try first.redeem(scene.code, in: scene.session)
        let bundle = try bundle(first, scene.event)
        var copied = bundle
        let index = try #require(copied.ledger.lastIndex { $0.entry?.isScan == true })
        var line = try #require(copied.ledger[index].entry)
        (line.id, line.nonce) = (ID(UUID()), String(repeating: "ab", count: 16))
        copied.ledger[index] = .entry(line)
        #expect(try second.merge(bundle).scans == 1)
        #expect(try second.merge(copied).scans == 1)
        #expect(try second.merge(copied).scans == 0)
        #expect(try second.store.perform(Rebuild()).isUnchanged)
    }

    @Test func whatWasMergedComesBackToItsBoxAsKnown() throws {
        let (first, second, scene) = try makePair()
        try first.redeem(scene.code, in: scene.session)
        try second.merge(bundle(first, scene.event))
        let report = try first.merge(bundle(second, scene.event))
        #expect(report.scans == 0 && report.known == 1)
    }

    /// A desk that was away had sent its scan to both boxes.
    @Test(arguments: [false, true])
    func anAnnulmentOfAScanThatBothHaveIsTaken(comesLater: Bool) throws {
        let (first, second, scene) = try makePair()
        let scan = try first.redeem(scene.code, in: scene.session, nonce: "từ bàn đón")
        try second.redeem(scene.code, in: scene.session, nonce: "từ bàn đón")
        if comesLater { try second.merge(bundle(first, scene.event)) }
        _ = try first.store.perform(AnnulScan(scan: scan.scan, reason: "nhầm", actor: .system))
        #expect(try second.merge(bundle(first, scene.event)).rejected == [])
        #expect(try first.merge(bundle(second, scene.event)).rejected == [])
        for box in [first, second] {
            #expect(try box.store.counts(scene.session).present == 0)
            #expect(try box.store.perform(Rebuild()).isUnchanged)
        }
    }

    @Test func whatTheListIsCorrectedToReachesTheSecondBox() throws {
        let first = try TestBox(isAnother: true)
        let event = try first.makeEvent()
        let people = { (entries: [RosterEntry]) in
            _ = try first.store.perform(
                ImportRoster(event: event.id, entries: entries, source: "", isDryRun: false, actor: .system))
        }
        try people([first.makeEntry("Bùi Thị Ví Dụ"), first.makeEntry("Quách Văn Ví Dụ", row: 3)])
        let second = try first.share(event)
        // A row was put in before them, one person has a number now, another one a phone.
        var moved = [
            first.makeEntry("Triệu Thị Mẩy"), first.makeEntry("Bùi Thị Ví Dụ", row: 3, number: "001183000003"),
            first.makeEntry("Quách Văn Ví Dụ", row: 4),
        ]
        (moved[2].phone, moved[2].position) = ("0912345678", "Trưởng thôn")
        try people(moved)
        let bundle = try first.store.bundle(of: event.id, isForBox: true, software: "test", now: first.clock.now)
        #expect(try second.merge(bundle).people == 1)
        let list = { (box: TestBox) in
            try box.store.register(of: event.id, withCitizenNumbers: true).rows.map {
                "\($0.participant) \($0.enrolment) \($0.position ?? "") \($0.citizenNumber ?? "")"
            }
        }
        let before = try list(first)
        #expect(try before.count == 3 && list(second) == before)
        let rows = "SELECT group_concat(sheet || row || id) FROM (SELECT * FROM enrolment ORDER BY id)"
        #expect(try second.value(rows) as String? == first.value(rows) as String?)
        let head = try second.store.ledgerHead()
        #expect(try second.merge(bundle).people == 0)
        #expect(try second.store.ledgerHead() == head, "the second time says nothing new")
        // The second box's own word does not change the first one's list.
        try first.merge(second.store.bundle(of: event.id, isForBox: true, software: "test", now: second.clock.now))
        #expect(try list(first) == before)
    }

    @Test func peopleWhoComeWithALaterShareReachTheDesks() throws {
        let (first, second, scene) = try makePair()
        let version = try second.store.read { try $0.rosterVersion() }
        _ = try first.enrol(["Triệu Thị Mẩy"], in: scene.event)
        let file = try first.store.share(
            scene.event.id, with: MinisignPublicKey(second.store.box.verifyingKey), by: .system, software: "test",
            now: first.clock.now
        ).file
        let reader = try second.store.opened(file)
        let added = try second.store.perform(
            AdoptEvent(share: reader.bundle(), keys: reader.shareKeys(), actor: .system))
        #expect(added == 1)
        #expect(try second.store.read { try $0.rosterVersion() } > version)
    }

    @Test func whatComesAfterTheSealIsSealedAgain() throws {
        let (first, second, scene) = try makePair()
        try first.redeem(scene.code, in: scene.session)
        _ = try second.store.perform(CloseSession(session: scene.session, actor: .system))
        try second.merge(bundle(first, scene.event))
        #expect(try second.store.seals(of: scene.session).map(\.number) == [1, 2])
    }

    @Test func aBlockedCodeIsBlockedAtTheOtherDoor() throws {
        let (first, second, scene) = try makePair()
        let enrolment = scene.person.enrolment.id
        _ = try first.store.perform(
            SetStanding(enrolment: enrolment, standing: .blocked, reason: "thử", actor: .system))
        let new = try first.store.perform(ReissueCode(enrolment: enrolment, reason: "mất thẻ", actor: .system))
        try second.merge(bundle(first, scene.event))
        #expect(try second.redeem(.code(new.code), in: scene.session).outcome == .refused(.blocked))
        #expect(try second.redeem(scene.code, in: scene.session).outcome == .refused(.revoked))
    }

    @Test func onlyWhoHoldsTheEventsKeyIsBelieved() throws {
        let (first, second, scene) = try makePair()
        try first.redeem(scene.code, in: scene.session)
        var forged = try bundle(first, scene.event)
        forged.manifest.publicKey = MinisignPublicKey(SigningKey().verifyingKey).line
        let head = try second.store.ledgerHead()
        #expect(throws: StoreError.foreignBundle) { try second.merge(forged) }
        #expect(try second.store.ledgerHead() == head)
    }

    @Test func anEventThatIsNotHereIsNotMerged() throws {
        let (first, _, scene) = try makePair()
        let stranger = try TestBox(isAnother: true)
        let bundle = try bundle(first, scene.event)
        #expect(throws: StoreError.notFound(.event)) { try stranger.merge(bundle) }
    }

    @Test func otherEventsLeaveOnlyTheirHashes() throws {
        let box = try TestBox()
        let scene = try box.makeScene()
        let other = try box.makeEvent(name: "Lớp khác")
        let stranger = try box.enrol(["Quách Văn Ví Dụ"], in: other)[0]
        try box.redeem(.code(stranger.enrolment.code), in: other.sessions[0].id)
        try box.redeem(scene.code, in: scene.session)
        let bundle = try bundle(box, scene.event)
        #expect(!bundle.entries.contains { $0.session == other.sessions[0].id || $0.event == other.id })
        #expect(bundle.people.map(\.name) == ["Bùi Thị Ví Dụ"])
        #expect(try BundleReader(box.store.file(bundle)).bundle().ledger == bundle.ledger)
    }

    private func act(_ box: TestBox, _ scene: Pair, _ random: inout SplitMix) throws {
        guard let person = scene.people.randomElement(using: &random) else { return }
        box.clock.advance(seconds: .random(in: 0...400, using: &random))
        switch Int.random(in: 0..<10, using: &random) {
        case 0...4:
            let direction: Direction = Bool.random(using: &random) ? .entry : .exit
            try box.redeem(
                .code(person.enrolment.code), in: scene.session, nonce: "\(random.next())", direction: direction)
        case 5...6:
            let status = AttendanceRecord.Status.allCases.randomElement(using: &random) ?? .late
            _ = try box.store.perform(
                MarkAttendance(
                    session: scene.session, participant: person.participant.id, status: status, reason: "thử",
                    actor: .system))
        case 7:
            guard let scan = try box.store.firstEntry(of: person.enrolment.id, in: scene.session) else { return }
            _ = try box.store.perform(AnnulScan(scan: scan, reason: "thử", actor: .system))
        case 8: box.clock.restart(boot: "boot-\(random.next())", wall: box.clock.now.wall)
        default: try learnTime(box, &random)
        }
    }

    private func learnTime(_ box: TestBox, _ random: inout SplitMix) throws {
        let time = box.clock.now.wall.adding(milliseconds: .random(in: -90_000...90_000, using: &random))
        _ = try box.store.perform(
            AnchorClock(
                source: .staff, time: time, bootMilliseconds: box.clock.now.bootMilliseconds,
                uncertaintyMilliseconds: 0, actor: .system))
    }

    /// An event with one open session on two boxes, each with a boot of its own.
    private struct Pair {
        let event: Event
        let session: ID<Session>
        let people: [EnrolledPerson]

        var person: EnrolledPerson { people[0] }
        var code: Presented { .code(person.enrolment.code) }
    }

    private func makePair(people: Int = 1) throws -> (TestBox, TestBox, Pair) {
        let first = try TestBox(isAnother: true)
        let event = try first.makeEvent()
        let names = (0..<people).map { $0 == 0 ? "Bùi Thị Ví Dụ" : "Bùi Thị Ví Dụ \($0)" }
        let enrolled = try first.enrol(names, in: event)
        let second = try first.share(event)
        return (first, second, Pair(event: event, session: event.sessions[0].id, people: enrolled))
    }

    private func bundle(_ box: TestBox, _ event: Event) throws -> EventBundle {
        try box.store.bundle(of: event.id, software: "test", now: box.clock.now)
    }
}

extension Store {
    /// Everybody of the session with something to tell.
    fileprivate func records(_ session: ID<Session>) throws -> [ID<Enrolment>: AttendanceRecord] {
        try read { try $0.records(of: session) }
    }
}
