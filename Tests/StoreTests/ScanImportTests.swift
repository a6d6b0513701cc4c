import Attendance
import Foundation
import Testing

@testable import Store

@Suite struct ScanImportTests {
    let box: TestBox
    let event: Event
    let people: [EnrolledPerson]

    init() throws {
        box = try TestBox()
        let start = try #require(Timestamp(localTime: "2024-08-15T07:30:00"))
        event = try box.makeEvent(
            sessions: [
                SessionDefinition(key: "sang", title: "Sáng", startsAt: start, endsAt: start.adding(minutes: 210))
            ], isOpen: false)
        people = try box.enrol(["Bùi Thị Ví Dụ", "Đinh Văn Mẫu"], in: event)
    }

    private func line(
        _ seq: Int, row: Int = 2, session: String = "sang", time: String = "2024-08-15T07:20:00",
        direction: Direction = .entry
    ) -> ScanLine {
        ScanLine(
            line: seq + 1, seq: seq, sheet: "DS", row: row, session: session, localTime: time, direction: direction,
            method: "badge", kiosk: "K1")
    }

    private func load(_ lines: [ScanLine]) throws -> ScanImportReport {
        try box.store.perform(ImportScans(event: event.id, lines: lines, actor: .system))
    }

    @Test func scansOfAPlannedSessionAreTakenAtTheirTimes() throws {
        let report = try load([line(1), line(2, row: 3, time: "2024-08-15T07:45:01")])
        #expect((report.imported, report.accepted) == (2, 2))
        let counts = try box.store.counts(event.sessions[0].id)
        #expect((counts.present, counts.late) == (1, 1))
    }

    @Test func repeatingIsHarmless() throws {
        let lines = [line(1), line(2), line(3, direction: .exit)]
        _ = try load(lines)
        let head = try box.store.ledgerHead()
        let report = try load(lines)
        #expect((report.imported, report.repeated) == (0, 3))
        #expect(try box.store.ledgerHead() == head)
    }

    @Test func earlierEntryThatArrivesLaterIsTheFirst() throws {
        _ = try load([line(1, time: "2024-08-15T07:50:00"), line(2, time: "2024-08-15T07:10:00")])
        #expect(try box.store.counts(event.sessions[0].id).present == 1)
    }

    @Test func unusableLinesAreNamedAndTheOthersTaken() throws {
        let report = try load([
            line(1), line(2, session: "toi"), line(3, row: 99), line(4, row: 3, time: "15/08/2024 7h30"),
        ])
        #expect(report.imported == 1)
        #expect(report.rejected.map(\.why) == ["unknown_session", "unknown_row", "unusable_time"])
        #expect(report.rejected.map(\.line) == [3, 4, 5])
    }

    @Test func registerListsEveryScanInTheOrderOfItsArrival() throws {
        _ = try load([line(2, time: "2024-08-15T07:10:00"), line(1, time: "2024-08-15T07:50:00"), line(3)])
        let register = try box.store.register(of: event.id)
        #expect(register.scans.map(\.seq) == register.scans.map(\.seq).sorted())
        #expect(register.scans.map(\.outcome.isAccepted) == [true, true, false])
        #expect(register.scans.allSatisfy { $0.gate == "K1" && $0.method == "badge" })
        #expect(register.rows.map { $0.records[0].status } == [.present, .absent])
        #expect(register.ledgerHead == (try box.store.ledgerHead().hash))
    }
}
