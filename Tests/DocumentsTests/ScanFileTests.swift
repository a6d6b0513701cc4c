import Attendance
import Documents
import Testing

/// Files of scans that were made elsewhere.
@Suite struct ScanFileTests {
    @Test(arguments: [
        ("tien-xuan-2024", 472), ("hai-ba-trung-2024", 256), ("son-tay-2023", 135), ("quang-ninh-2024/lop-3", 209),
        ("cho-moi-2024/t1-quan-tri", 265),
    ])
    func everyLineOfAScenarioIsRead(folder: String, lines: Int) throws {
        let file = try ScanFile.read(try Fixtures.bytes("\(folder)/scans.csv"))
        #expect(file.lines.count == lines)
        #expect(file.rejected.isEmpty)
        #expect(file.lines.map(\.seq) == file.lines.map(\.seq).sorted())
    }

    @Test func aLineHasItsLocalTimeAsAnInstant() throws {
        let line = try #require(try ScanFile.read(try Fixtures.bytes("tien-xuan-2024/scans.csv")).lines.first)
        #expect(line.sheet == "DS đại biểu" && line.row == 43 && line.session == "d1-sang" && line.kiosk == "K2")
        #expect(line.occurredAt.rfc3339() == "2024-08-15T06:54:42+07:00")
        #expect(line.direction == .entry && line.method == "badge" && line.record == 2)
    }

    @Test(arguments: [
        ("x,5,s,2024-08-15T07:30:00,in", "seq", "not_a_number"),
        ("1,0,s,2024-08-15T07:30:00,in", "row", "not_a_number"),
        ("1,5,,2024-08-15T07:30:00,in", "session", "missing"), ("1,5,s,15/8/2024 7:30,in", "local_time", "bad_time"),
        ("1,5,s,2024-08-15T07:30:00,lên", "direction", "bad_direction"),
    ])
    func aBadLineIsRejectedWithItsReason(line: String, column: String, reason: String) throws {
        let text = "seq,row,session,local_time,direction\n\(line)\n2,6,s,2024-08-15T07:31:00,out\n"
        let file = try ScanFile.read(Array(text.utf8))
        #expect(file.rejected == [.init(row: 2, column: column, message: reason)])
        #expect(file.lines.map(\.direction) == [.exit])
    }

    @Test func aFileWithoutTheColumnsIsRefused() throws {
        let error = #expect(throws: RosterFileError.self) { try ScanFile.read(Array("a,b\n1,2\n".utf8)) }
        #expect(error?.code == .noHeader)
    }
}
