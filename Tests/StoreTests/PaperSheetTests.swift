import Attendance
import GRDB
import Testing

@testable import Store

@Suite struct PaperSheetTests {
    let box: TestBox
    let event: Event
    let people: [EnrolledPerson]

    private var session: ID<Session> { event.sessions[0].id }

    init() throws {
        box = try TestBox()
        event = try box.makeEvent()
        people = try box.enrol(["Bùi Thị An", "Đinh Văn Bình", "Hà Thị Chi"], in: event)
        box.clock.advance(seconds: 600)
    }

    private func printed() throws -> PrintSheets.Answer {
        try box.store.perform(PrintSheets(session: session, actor: .system))
    }

    private func record(
        _ rows: [Int], of sheet: PaperSheet, _ direction: Direction = .entry, at time: Timestamp? = nil
    ) throws -> [RecordRows.Recorded] {
        try box.store.perform(
            RecordRows(sheet: sheet.code, rows: rows, direction: direction, occurredAt: time, actor: TestBox.desk))
    }

    @Test func sameListIsTheSamePaper() throws {
        let (first, again) = (try printed(), try printed())
        #expect(first.isNew && !again.isNew)
        #expect(again.sheets == first.sheets)
        #expect(first.sheets.map(\.rows) == [3])
        try box.enrol(["Bùi Thị An", "Đinh Văn Bình", "Hà Thị Chi", "Lò Thị Dung"], in: event)
        let next = try printed()
        #expect(next.isNew)
        #expect(next.sheets[0].code != first.sheets[0].code)
    }

    @Test func longListBecomesSeveralSheets() throws {
        try box.enrol((0..<120).map { "Người Số \($0)" }, in: event)
        let enrolled = try box.store.counts(session).enrolled
        #expect(try printed().sheets.map(\.rows).reduce(0, +) == enrolled)
        #expect(try printed().sheets.count == 2)
    }

    @Test func rowsMeanWhoStoodOnThePaperWhateverTheRosterSaysNow() throws {
        let sheet = try printed().sheets[0]
        try box.enrol(["An Thị Mới"], in: event)
        let recorded = try record([1, 3], of: sheet)
        #expect(recorded.map(\.row.person.participant.name) == ["Bùi Thị An", "Hà Thị Chi"])
        #expect(recorded.allSatisfy { $0.answer?.outcome == .accepted })
    }

    @Test func signatureCountsFromTheStartAndTheScanNamesPaperAndOperator() throws {
        let sheet = try printed().sheets[0]
        let answer = try #require(try record([2], of: sheet)[0].answer)
        #expect(answer.occurredAt == event.sessions[0].startsAt)
        #expect(answer.record?.status == .present)
        let scan = try #require(try box.store.scans(of: session, limit: 10).last)
        #expect(scan.method == "paper")
        #expect(scan.gate == "\(sheet.code.digits)/2")
        #expect(try box.value("SELECT actor FROM ledger WHERE seq = \(answer.seq)") == "desk")
    }

    @Test func typedTimeCounts() throws {
        let sheet = try printed().sheets[0]
        let time = event.sessions[0].startsAt.adding(minutes: 5)
        #expect(try record([1], of: sheet, at: time)[0].answer?.record?.firstEntryAt == time)
    }

    @Test func typingARowAgainRecordsNothing() throws {
        let sheet = try printed().sheets[0]
        _ = try record([1, 2], of: sheet)
        let head = try box.store.ledgerHead()
        let again = try record([1, 2], of: sheet, at: event.sessions[0].startsAt.adding(minutes: 3))
        #expect(again.allSatisfy { $0.answer == nil && $0.row.state == .recorded })
        #expect(try box.store.ledgerHead() == head)
        #expect(try box.store.counts(session).present == 2)
    }

    @Test func rowThatWasTakenBackIsSaidToBeSo() throws {
        let sheet = try printed().sheets[0]
        let scan = try #require(try record([1], of: sheet)[0].answer?.scan)
        _ = try box.store.perform(AnnulScan(scan: scan, reason: "nhầm hàng", actor: TestBox.desk))
        #expect(try record([1], of: sheet)[0].row.state == .annulled)
    }

    @Test func exitIsARecordOfItsOwn() throws {
        let sheet = try printed().sheets[0]
        _ = try record([1], of: sheet)
        box.clock.advance(seconds: 7_200)
        let exit = try #require(try record([1], of: sheet, .exit)[0].answer)
        #expect(exit.outcome == .accepted)
        #expect(exit.record?.minutesPresent == 120)
    }

    @Test func whoScannedBeforeIsAlreadyIn() throws {
        try box.redeem(.code(people[0].enrolment.code), in: session)
        let start = event.sessions[0].startsAt
        let answer = try #require(try record([1], of: printed().sheets[0], at: start.adding(minutes: 10))[0].answer)
        guard case .refused(.alreadyRedeemed, _) = answer.outcome else {
            Issue.record("\(answer.outcome)")
            return
        }
    }

    @Test func sessionThatWasClosedEarlyTakesWhatHappenedBeforeItsPlannedEnd() throws {
        let (sheet, end) = (try printed().sheets[0], event.sessions[0].definition.endsAt)
        _ = try box.store.perform(CloseSession(session: session, actor: .system))
        box.clock.advance(seconds: 7_200)
        #expect(try record([1], of: sheet)[0].answer?.outcome == .accepted)
        #expect(try record([1], of: sheet, .exit)[0].answer?.record?.minutesPresent == 120)
        #expect(try record([2], of: sheet, at: end.adding(minutes: 5))[0].answer?.outcome == .refused(.sessionClosed))
    }

    @Test func rowThatWasRefusedCanBeTypedAgain() throws {
        let sheet = try printed().sheets[0]
        let enrolment = people[0].enrolment.id
        let set = { (standing: Enrolment.Standing) in
            _ = try box.store.perform(
                SetStanding(enrolment: enrolment, standing: standing, reason: "thử", actor: .system))
        }
        try set(.revoked)
        #expect(try record([1], of: sheet)[0].answer?.outcome == .refused(.revoked))
        try set(.valid)
        #expect(try box.store.rows(of: sheet, .entry)[0].state == .new)
        #expect(try record([1], of: sheet)[0].answer?.outcome == .accepted)
        #expect(try record([1], of: sheet)[0].answer == nil)
    }

    @Test func signatureDoesNotChangeWhenSomebodyCame() throws {
        box.clock.advance(seconds: 3_000)
        let live = try box.redeem(.code(people[0].enrolment.code), in: session)
        #expect(live.record?.status == .late)
        let sheet = try printed().sheets[0]
        guard case .refused(.alreadyRedeemed, _)? = try record([1], of: sheet)[0].answer?.outcome else {
            Issue.record("the signature was taken for the time")
            return
        }
        #expect(try box.store.counts(session).late == 1)
        #expect(try box.store.rows(of: sheet, .entry)[0].state == .recorded)
    }

    @Test func sessionHeldWithoutTheBoxIsTakenFromPaper() throws {
        let planned = try box.makeEvent(name: "Mất điện", isOpen: false)
        try box.enrol(["Lò Thị Dung"], in: planned)
        let sheet = try box.store.perform(PrintSheets(session: planned.sessions[0].id, actor: .system)).sheets[0]
        #expect(try record([1], of: sheet)[0].answer?.outcome == .accepted)
    }

    @Test func timeToComeIsRefusedWhereTheTimeIsKnown() throws {
        let sheet = try printed().sheets[0]
        let later = box.clock.now.wall.adding(minutes: 5)
        let now = box.clock.now
        _ = try box.store.perform(
            AnchorClock(
                source: .phone, time: now.wall, bootMilliseconds: now.bootMilliseconds, uncertaintyMilliseconds: 10,
                actor: TestBox.desk))
        #expect(throws: StoreError.conflict(.notYet)) { try record([1], of: sheet, at: later) }
    }

    @Test func wrongSheetAndWrongRowAreNotFoundAndNothingIsWritten() throws {
        let sheet = try printed().sheets[0]
        let head = try box.store.ledgerHead()
        #expect(throws: StoreError.notFound(.sheetRow)) { try record([1, 4], of: sheet) }
        #expect(throws: StoreError.notFound(.sheet)) {
            try box.store.perform(
                RecordRows(
                    sheet: SheetCode(serial: (sheet.code.serial + 1) % SheetCode.count), rows: [1], direction: .entry,
                    actor: TestBox.desk))
        }
        #expect(try box.store.ledgerHead() == head)
    }

    @Test func emptyListIsNotPrinted() throws {
        let empty = try box.makeEvent(name: "Trống")
        #expect(throws: StoreError.conflict(.emptyList)) {
            try box.store.perform(PrintSheets(session: empty.sessions[0].id, actor: .system))
        }
    }

    @Test func printedSheetDoesNotChange() throws {
        _ = try printed()
        #expect(throws: DatabaseError.self) { try box.tamper("UPDATE paper_row SET row = row + 10") }
    }
}
