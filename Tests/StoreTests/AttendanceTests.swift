import Attendance
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct AttendanceTests {
    let box: TestBox
    let scene: TestBox.Scene

    init() throws {
        box = try TestBox()
        scene = try box.makeScene()
    }

    private func mark(_ status: AttendanceRecord.Status) throws -> AttendanceRecord {
        try box.store.perform(
            MarkAttendance(
                session: scene.session, participant: scene.person.participant.id, status: status, reason: "ốm",
                actor: TestBox.desk))
    }

    @Test func annulledScanLeavesNothingToTell() throws {
        let scan = try box.redeem(scene.code, in: scene.session).scan
        let answer = try box.store.perform(AnnulScan(scan: scan, reason: "nhầm", actor: TestBox.desk))
        #expect(answer.record == .absent)
        #expect(try box.value("SELECT count(*) FROM attendance") == 0 as Int?)
        #expect(try box.store.counts(scene.session).absent == 1)
        #expect(try box.redeem(scene.code, in: scene.session).outcome == .accepted)
    }

    @Test func scanIsAnnulledOnceOnly() throws {
        let scan = try box.redeem(scene.code, in: scene.session).scan
        _ = try box.store.perform(AnnulScan(scan: scan, reason: "nhầm", actor: TestBox.desk))
        #expect(throws: StoreError.conflict(.alreadyAnnulled)) {
            try box.store.perform(AnnulScan(scan: scan, reason: "nhầm", actor: TestBox.desk))
        }
    }

    @Test func refusedScanCannotBeAnnulled() throws {
        try box.redeem(scene.code, in: scene.session)
        let refused = try box.redeem(scene.code, in: scene.session).scan
        #expect(throws: StoreError.conflict(.notAnnullable)) {
            try box.store.perform(AnnulScan(scan: refused, reason: "nhầm", actor: TestBox.desk))
        }
        #expect(throws: StoreError.notFound(.scan)) {
            try box.store.perform(AnnulScan(scan: .make(at: box.clock.now.wall), reason: "?", actor: TestBox.desk))
        }
    }

    @Test func markIsCountedUntilThePersonComes() throws {
        #expect(try mark(.excused).status == .excused)
        #expect(try box.store.counts(scene.session).excused == 1)
        #expect(try box.redeem(scene.code, in: scene.session).record?.status == .present)
        #expect(try box.store.counts(scene.session).present == 1)
        #expect(try box.store.counts(scene.session).excused == 0)
    }

    @Test func markOfAStrangerIsRefused() throws {
        #expect(throws: StoreError.notFound(.participant)) {
            try box.store.perform(
                MarkAttendance(
                    session: scene.session, participant: .make(at: box.clock.now.wall), status: .late, reason: "",
                    actor: TestBox.desk))
        }
    }

    @Test func enrolledIsTheSumOfItsPartsAndWalkInsAreApart() throws {
        let names = (0..<9).map { "Nguyễn Văn Số \($0)" }
        let people = try box.enrol(["Bùi Thị Ví Dụ"] + names, in: scene.event)
        try box.redeem(.code(people[1].enrolment.code), in: scene.session)
        box.clock.advance(seconds: 3_000)
        try box.redeem(.code(people[2].enrolment.code), in: scene.session)
        _ = try mark(.excused)
        let walkIn = try box.store.perform(
            EnrolWalkIn(
                event: scene.event.id, person: box.makeEntry("Lò Thị Khách"), idempotencyKey: "k", actor: TestBox.desk))
        try box.redeem(.code(walkIn.person.enrolment.code), in: scene.session)
        let counts = try box.store.counts(scene.session)
        #expect(counts.enrolled == 10)
        #expect((counts.present, counts.late, counts.excused, counts.absent) == (1, 1, 1, 7))
        #expect(counts.walkIn.late == 1)
        let attendance = try box.store.attendance(scene.session)
        #expect(attendance.counts == counts)
        #expect(attendance.items.count == 11)
    }

    @Test func rebuildGivesTheSameRows() throws {
        try makeHistory()
        let before = try dump()
        let answer = try box.store.perform(Rebuild())
        #expect(answer.isUnchanged)
        #expect(try dump() == before)
        #expect(!before.isEmpty)
    }

    @Test func rebuildRepairsWhatSomebodyChanged() throws {
        try makeHistory()
        let before = try dump()
        try box.tamper("DELETE FROM attendance; UPDATE passage SET at = at + 999; DELETE FROM tally")
        #expect(try dump() != before)
        #expect(try box.store.perform(Rebuild()).isUnchanged == false)
        #expect(try dump() == before)
    }

    /// Everything that can happen to people, by a fixed random sequence.
    private func makeHistory() throws {
        var random = SplitMix(state: 7)
        let people = try box.enrol((0..<12).map { "Người Số \($0)" }, in: scene.event)
        for step in 0..<150 {
            box.clock.advance(seconds: Int64.random(in: 1...120, using: &random))
            let person = people[Int.random(in: 0..<people.count, using: &random)]
            let code = Presented.code(person.enrolment.code)
            switch Int.random(in: 0..<8, using: &random) {
            case 0:
                _ = try box.store.perform(
                    MarkAttendance(
                        session: scene.session, participant: person.participant.id,
                        status: AttendanceRecord.Status.allCases[step % 4], reason: "r", actor: TestBox.desk))
            case 1:
                let scans = try box.store.scans(of: scene.session, limit: 1_000)
                if let scan = scans.last(where: { $0.outcome.isAccepted && !$0.isAnnulled }) {
                    _ = try box.store.perform(AnnulScan(scan: scan.id, reason: "r", actor: TestBox.desk))
                }
            case 2, 3: try box.redeem(code, in: scene.session, direction: .exit)
            case 4: try box.redeem(code, in: scene.session, occurredAt: box.clock.now.wall.adding(minutes: -30))
            case 5 where step == 75:
                _ = try box.store.perform(
                    AnchorClock(
                        source: .phone, time: box.clock.now.wall.adding(minutes: 3),
                        bootMilliseconds: box.clock.now.bootMilliseconds, uncertaintyMilliseconds: 50, actor: .system))
            default: try box.redeem(code, in: scene.session)
            }
        }
    }

    private func dump() throws -> [String] {
        try box.store.pool.read { database in
            try ["passage", "attendance", "tally"].flatMap {
                try Row.fetchAll(database, sql: "SELECT * FROM \($0)\($0 == "tally" ? " WHERE number > 0" : "")").map {
                    "\($0)"
                }
            }
        }
    }
}
