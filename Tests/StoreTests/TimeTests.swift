import Attendance
import Foundation
import Testing

@testable import Store

@Suite struct TimeTests {
    let box: TestBox
    let scene: TestBox.Scene

    init() throws {
        box = try TestBox()
        scene = try box.makeScene()
    }

    /// Says that it is now `time`.
    @discardableResult
    private func anchor(_ time: Timestamp) throws -> AnchorClock.Answer {
        try box.store.perform(
            AnchorClock(
                source: .phone, time: time, bootMilliseconds: box.clock.now.bootMilliseconds,
                uncertaintyMilliseconds: 20, actor: TestBox.desk))
    }

    @Test func scanOfAWrongClockIsDatedAgainWhenTheTimeIsLearnt() throws {
        let start = scene.event.sessions[0].startsAt
        box.clock.setWall(Timestamp(milliseconds: 1_451_606_400_000))
        let scan = try box.redeem(scene.code, in: scene.session)
        #expect(scan.isTimeConfirmed == false)
        box.clock.advance(seconds: 600)
        let answer = try anchor(start.adding(minutes: 30))
        #expect(answer == AnchorClock.Answer(isNew: true, redated: 1))
        let record = try box.store.record(of: scene.person.participant.id, in: scene.session)
        #expect(record.firstEntryAt == start.adding(minutes: 20))
        #expect(record.status == .late)
        #expect(try box.store.counts(scene.session).late == 1)
        #expect(try box.value("SELECT wall_ms FROM ledger WHERE seq = \(scan.seq)") == 1_451_606_400_000 as Int64)
        #expect(try box.store.perform(Rebuild()).isUnchanged)
        #expect(try box.store.verify().isEmpty)
    }

    @Test func scansOfAnotherBootKeepTheirTimes() throws {
        let first = try box.redeem(scene.code, in: scene.session)
        box.clock.restart(boot: "boot-2", wall: Timestamp(milliseconds: 1_451_606_400_000))
        #expect(try anchor(first.occurredAt.adding(minutes: 60)).redated == 0)
        let record = try box.store.record(of: scene.person.participant.id, in: scene.session)
        #expect(record.firstEntryAt == first.occurredAt)
    }

    @Test func confirmedTimeIsUsedAtOnce() throws {
        try anchor(box.clock.now.wall.adding(minutes: 7))
        box.clock.advance(seconds: 60)
        let scan = try box.redeem(scene.code, in: scene.session)
        #expect(scan.isTimeConfirmed)
        #expect(scan.occurredAt == box.clock.now.wall.adding(minutes: 7))
        #expect(try box.store.isTimeConfirmed(box.clock.now))
    }

    @Test func anchorThatAgreesChangesNothing() throws {
        try anchor(box.clock.now.wall)
        box.clock.advance(seconds: 100)
        #expect(try anchor(box.clock.now.wall.adding(milliseconds: 300)).isNew == false)
    }

    @Test func anchorsSurviveARestartOfTheProgram() throws {
        try anchor(box.clock.now.wall.adding(minutes: 7))
        try box.reopen()
        #expect(try box.store.time(box.clock.now) == box.clock.now.wall.adding(minutes: 7))
    }

    @Test func closingIsDatedAgainToo() throws {
        let wrong = Timestamp(milliseconds: 1_451_606_400_000)
        let truth = box.clock.now.wall
        box.clock.setWall(wrong)
        _ = try box.store.perform(CloseSession(session: scene.session, actor: .system))
        try anchor(truth)
        #expect(try box.store.session(scene.session)?.state == .closed(at: truth))
    }

    /// Boots, jumps of the wall clock and anchors in any order: with an anchor in its boot a scan has its true time.
    @Test(arguments: 1...12)
    func scansOfAnchoredBootsHaveTheirTrueTimes(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let start = scene.event.sessions[0].startsAt
        let people = try box.enrol((0..<25).map { "Người Số \($0)" }, in: scene.event)
        var truth: [ID<Scan>: (time: Timestamp, boot: String)] = [:]
        var anchored: Set<String> = []
        var elapsed: Int64 = 0
        for person in people {
            let pause = Int64.random(in: 1...200, using: &random)
            box.clock.advance(seconds: pause)
            elapsed += pause
            let event = Int.random(in: 0..<6, using: &random)
            if event == 0 {
                box.clock.setWall(Timestamp(milliseconds: .random(in: 0...3_000_000_000_000, using: &random)))
            }
            if event == 1 { box.clock.restart(boot: "b\(elapsed)", wall: Timestamp(milliseconds: elapsed)) }
            if event == 2 {
                try anchor(start.adding(milliseconds: elapsed * 1_000))
                anchored.insert(box.clock.now.boot)
            }
            let scan = try box.redeem(.code(person.enrolment.code), in: scene.session).scan
            truth[scan] = (start.adding(milliseconds: elapsed * 1_000), box.clock.now.boot)
        }
        let scans = try box.store.scans(of: scene.session, limit: 100)
        #expect(scans.map(\.id) == scans.sorted { $0.seq < $1.seq }.map(\.id))
        for scan in scans {
            let expected = try #require(truth[scan.id])
            guard anchored.contains(expected.boot) else { continue }
            #expect(scan.occurredAt == expected.time)
            let participant = try #require(scan.participant)
            #expect(try box.store.record(of: participant, in: scene.session).firstEntryAt == expected.time)
        }
        #expect(try box.store.perform(Rebuild()).isUnchanged)
    }
}
