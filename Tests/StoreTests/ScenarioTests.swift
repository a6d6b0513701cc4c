import Attendance
import Foundation
import Testing

@testable import Store

/// The scans of every scenario come to the figures of its expected.json; people stand for the rows of the roster.
@Suite struct ScenarioTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/scenarios")

    static let names =
        ["tien-xuan-2024", "hai-ba-trung-2024", "son-tay-2023", "quang-ninh-2024/tham-quan"]
        + (1...6).map { "quang-ninh-2024/lop-\($0)" }
        + [
            "t1-quan-tri", "t2-quan-tri-bo-sung", "t3-chung-chi", "t4-can-bo-ho-tro", "t5-tuyen-truyen",
            "t6-khoa-hoc-ky-thuat", "t7-thuong-mai-dien-tu",
        ].map { "cho-moi-2024/\($0)" }

    @Test(arguments: names)
    func scansComeToTheExpectedFigures(name: String) throws {
        let box = try TestBox()
        let expected = try Self.expectedSessions(name)
        let event = try box.makeEvent(sessions: try Self.sessions(name), isOpen: false)
        let lines = try Self.lines(name)
        let registered = try #require(expected.values.first?["registered"])
        try enrol(lines, registered: registered, in: event, box)
        let report = try box.store.perform(ImportScans(event: event.id, lines: lines, actor: .system))
        #expect(report.rejected.isEmpty)
        for session in event.sessions {
            let figures = try #require(expected[session.definition.key ?? ""])
            let attendance = try box.store.attendance(session.id)
            #expect(attendance.counts.present == figures["present_on_time"])
            #expect(attendance.counts.late == figures["present_late"])
            #expect(attendance.counts.absent == figures["absent"])
            #expect(attendance.items.count { $0.record.leftEarly } == figures["left_early"])
        }
        #expect(try box.store.perform(Rebuild()).isUnchanged)
    }

    /// One person for every row that was scanned, and the others who never came.
    private func enrol(_ lines: [ScanLine], registered: Int, in event: Event, _ box: TestBox) throws {
        var rows = Array(Set(lines.map { RosterRow(sheet: $0.sheet, row: $0.row) }))
        rows += (rows.count..<max(rows.count, registered)).map { RosterRow(sheet: "vắng", row: $0) }
        let entries = rows.enumerated().map { RosterEntry(sheet: $1.sheet, row: $1.row, name: "Người Số \($0)") }
        let report = try box.store.perform(
            ImportRoster(event: event.id, entries: entries, source: "", isDryRun: false, actor: .system))
        #expect(report.imported == registered)
    }

    private static func expectedSessions(_ name: String) throws -> [String: [String: Int]] {
        struct Attendance: Decodable { let sessions: [String: [String: Int]] }
        struct Part: Decodable { let attendance: Attendance }
        struct Expected: Decodable {
            let attendance: Attendance?
            let parts: [String: Part]?
        }
        let parts = name.split(separator: "/").map(String.init)
        let file = folder.appendingPathComponent(parts[0] + "/expected.json")
        let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: file))
        let attendance = parts.count > 1 ? expected.parts?[parts[1]]?.attendance : expected.attendance
        return try #require(attendance).sessions
    }

    private static func lines(_ name: String) throws -> [ScanLine] {
        let text = try String(contentsOf: folder.appendingPathComponent(name + "/scans.csv"), encoding: .utf8)
        return try text.split(whereSeparator: \.isNewline).dropFirst().enumerated().map { number, line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return ScanLine(
                line: number + 2, seq: try #require(Int(cells[0])), sheet: cells[1], row: try #require(Int(cells[2])),
                session: cells[3], localTime: cells[4], direction: cells[5] == "in" ? .entry : .exit, method: cells[6],
                kiosk: cells[7])
        }
    }

    /// The sessions of an event.yaml, which all scenarios write in the same way.
    private static func sessions(_ name: String) throws -> [SessionDefinition] {
        let text = try String(contentsOf: folder.appendingPathComponent(name + "/event.yaml"), encoding: .utf8)
        let section = try #require(text.range(of: "\nsessions:\n"))
        var blocks: [[String: String]] = []
        for line in text[section.upperBound...].split(separator: "\n").prefix(while: { $0.hasPrefix(" ") }) {
            if line.hasPrefix("  - ") { blocks.append([:]) }
            let pair = line.trimmingCharacters(in: ["-", " "]).split(separator: ":", maxSplits: 1).map(String.init)
            blocks[blocks.count - 1][pair[0]] = pair[1].trimmingCharacters(in: [" ", "\"", "'"])
        }
        return try blocks.map { block in
            let (date, start, end) = (block["date"] ?? "", block["start"] ?? "", block["end"] ?? "")
            return SessionDefinition(
                key: block["id"], title: block["name"] ?? "",
                startsAt: try #require(Timestamp(localTime: "\(date)T\(start):00")),
                endsAt: try #require(Timestamp(localTime: "\(date)T\(end):00")),
                lateAfterMinutes: block["late_after_minutes"].flatMap(Int.init) ?? 15)
        }
    }
}
