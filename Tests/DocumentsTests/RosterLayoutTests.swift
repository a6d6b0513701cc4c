import Attendance
import Documents
import Testing

/// Where the people stand on a sheet, and which rows are none.
@Suite struct RosterLayoutTests {
    private func read(_ rows: [[String]], after: String = "") throws -> Roster {
        try RosterFile.read(TestWorkbook(texts: rows, after: after).bytes, context: try Fixtures.context())
    }

    @Test(arguments: [
        ["Full name", "Date of birth", "Sex", "Phone"], ["HỌ VÀ TÊN", "NGÀY, THÁNG, NĂM SINH", "GIỚI TÍNH", "SĐT"],
        ["Họ tên học viên", "Năm sinh (*)", "Phái", "Số ĐT liên hệ"],
        ["ho va ten", "nam sinh", "gioi tinh", "dien thoai"],
    ])
    func columnsAreRecognisedInBothLanguages(titles: [String]) throws {
        let roster = try read([["DANH SÁCH"], titles, ["Bùi Ví", "1980", "Nữ", "0900000001"]])
        let entry = try #require(roster.entries.first)
        #expect(roster.sheets.first?.headerRows == [2])
        #expect(entry.name == "Bùi Ví" && entry.birth?.year == 1980 && entry.sex == .female)
    }

    @Test func familyAndGivenNameAreJoined() throws {
        let roster = try read([["STT", "Họ và tên đệm", "Tên"], ["1", "Bùi Thị", "Ví"], ["2", "", "Dụ"]])
        #expect(roster.entries.map(\.name) == ["Bùi Thị Ví", "Dụ"])
    }

    @Test func theColumnsNamAndNuGiveSexAndYear() throws {
        let rows = [
            ["STT", "Họ và tên", "Năm sinh", ""], ["", "", "Nam", "Nữ"], ["1", "Bùi Ví", "", "1980"],
            ["2", "Đỗ Dụ", "1981", ""], ["3", "Lê Ví", "1", "x"],
        ]
        let entries = try read(rows).entries
        #expect(entries.map(\.sex) == [.female, .male, nil])
        #expect(entries.map { $0.birth?.year } == [1980, 1981, nil])
    }

    @Test func marksInNamAndNuLeaveTheYearToItsColumn() throws {
        let entry = try #require(
            try read([["Họ tên", "Nam", "Nữ", "Năm sinh"], ["Bùi Ví", "", "x", "1980"]]).entries.first)
        #expect(entry.sex == .female && entry.birth?.year == 1980)
    }

    @Test func subtotalsDoNotEndTheList() throws {
        let roster = try read([
            ["STT", "Họ và tên", "Năm sinh"], ["A", "Xã Ví", ""], ["1", "Bùi Ví", "1980"], ["", "Cộng", "1"],
            ["B", "Xã Dụ", ""], ["2", "Tống Công Dụ", "1981"], ["", "Tổng cộng", "2"], ["", "Người lập", ""],
            ["", "Trần Thị Mẫu", ""],
        ])
        #expect(roster.entries.map(\.name) == ["Bùi Ví", "Tống Công Dụ"])
        #expect(roster.report.rejected.isEmpty)
        #expect(
            roster.report.skipped.map(\.why)
                == ["section_heading", "total", "signatures", "total", "signatures", "signatures"])
    }

    @Test func numberedButEmptyRowsAreBlank() throws {
        let roster = try read([
            ["STT", "Họ và tên", "Năm sinh"], ["1", "Bùi Ví", "1980"], ["2", "", ""], ["3", "", "1981"],
        ])
        #expect(roster.report.skipped == [.init(row: 3, why: "blank")])
        #expect(roster.report.rejected == [.init(row: 4, column: "name", message: "missing_name")])
    }

    @Test func skippedRowOfSeveralSheetsNamesItsSheet() throws {
        let rows = [["STT", "Họ và tên", "Năm sinh"], ["(1)", "(2)", "(3)"], ["1", "Bùi Thị Ví", "1980"]]
        var workbook = TestWorkbook(texts: rows, name: "Xã A")
        #expect(try skipped(workbook) == [.init(row: 2, why: "column_numbers")])
        let other = [rows[0], rows[1], ["1", "Lý Thị Ví", "1981"]]
        workbook.sheets.append(("Xã B", TestWorkbook.sheet(TestWorkbook.rows(other))))
        #expect(
            try skipped(workbook) == [
                .init(row: 2, why: "column_numbers", sheet: "Xã A"),
                .init(row: 2, why: "column_numbers", sheet: "Xã B"),
            ])
    }

    private func skipped(_ workbook: TestWorkbook) throws -> [ImportReport.Skipped] {
        try RosterFile.read(workbook.bytes, context: try Fixtures.context()).report.skipped
    }

    @Test func aListOfNamesAloneIsAList() throws {
        #expect(
            try RosterFile.read(Array("Họ và tên\nBùi Ví\nĐỗ Dụ\n".utf8), context: Fixtures.context()).entries.count
                == 2)
    }

    @Test func hiddenSheetsAreReadOnlyByName() throws {
        var workbook = TestWorkbook(texts: [["Họ tên", "Năm sinh"], ["Bùi Ví", "1980"]], name: "Ẩn")
        workbook.attributes = "state=\"hidden\""
        #expect(throws: RosterFileError.self) { try RosterFile.read(workbook.bytes, context: Fixtures.context()) }
        #expect(try RosterFile.read(workbook.bytes, sheet: "ẩn", context: Fixtures.context()).entries.count == 1)
    }

    @Test func withoutANameEverySheetOfPeopleIsRead() throws {
        let roster = try RosterFile.read(
            try Fixtures.bytes("hai-ba-trung-2024/roster.xlsx"), context: try Fixtures.context("hai-ba-trung-2024"))
        #expect(roster.sheets.map(\.entries) == [156, 30, 12, 0])
        #expect(Set(roster.entries.map(\.sheet)) == ["DN - HKD", "UBND phường", "Phòng chuyên môn"])
    }
}
