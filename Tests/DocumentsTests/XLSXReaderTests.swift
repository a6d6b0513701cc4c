import Attendance
import Documents
import Testing

/// Workbooks as the programs of the offices write them.
@Suite struct XLSXReaderTests {
    private func grid(_ workbook: TestWorkbook) throws -> Grid {
        let reader = try XLSXReader(workbook.bytes)
        return try reader.grid(of: try #require(reader.sheets.first))
    }

    private func cells(_ xml: String, _ change: (inout TestWorkbook) -> Void = { _ in }) throws -> [Cell?] {
        var workbook = TestWorkbook("<row r=\"1\">\(xml)</row>")
        change(&workbook)
        return try grid(workbook).row(1)?.cells ?? []
    }

    @Test func everyKindOfValueIsRead() throws {
        let xml = """
            <c r="A1"><v>12.5</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c>\
            <c r="D1" t="str"><f>A1&amp;"x"</f><v>kết quả</v></c><c r="F1" t="inlineStr"><is><t>chữ</t></is></c>
            """
        #expect(
            try cells(xml) == [.number(12.5), .boolean(true), .error("#REF!"), .text("kết quả"), nil, .text("chữ")])
    }

    @Test func sharedTextsKeepTheirRunsAndDropTheReadingAid() throws {
        let strings = [
            "<si><t>một</t></si>",
            "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">hai </t></r><r><t>ba</t></r><rPh><t>x</t></rPh></si>",
        ]
        let xml = "<c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>7</v></c><c t=\"s\"><v>-1</v></c>"
        #expect(try cells(xml) { $0.strings = strings } == [.text("hai ba"), .text("một")])
    }

    @Test func cellsWithoutAPlaceFollowEachOther() throws {
        #expect(
            try cells("<c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c>") == [
                .number(1), nil, nil, .number(2), .number(3),
            ])
    }

    @Test(arguments: [
        ("14", "", "31413", 1986, 1, 1), ("165", "dd/mm/yyyy", "31413.75", 1986, 1, 1),
        ("165", "[$-42A]d mmmm yyyy", "59", 1900, 2, 28), ("165", "yyyy\\-mm", "61", 1900, 3, 1),
    ])
    func numbersShownAsDaysAreDays(
        format: String, code: String, serial: String, year: Int, month: Int, day: Int
    ) throws {
        let styles = """
            <numFmts><numFmt numFmtId="165" formatCode="\(code)"/></numFmts><fonts><font/></fonts>\
            <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="\(format)" fontId="0"/></cellXfs>
            """
        let cells = try cells("<c s=\"1\"><v>\(serial)</v></c><c s=\"0\"><v>\(serial)</v></c>") { $0.styles = styles }
        #expect(cells.first == .date(try Fixtures.day(year, month, day)))
        #expect(cells.last == Double(serial).map { .number($0) })
    }

    @Test(arguments: ["0.00", "#,##0\\ \"ngày\"", "[Red]0", "h:mm:ss", "@", "\"d\"0"])
    func numbersShownOtherwiseAreNoDays(code: String) throws {
        let escaped = code.replacing("\"", with: "&quot;")
        let styles =
            "<numFmts><numFmt numFmtId=\"170\" formatCode=\"\(escaped)\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs>"
        #expect(try cells("<c s=\"0\"><v>31413</v></c>") { $0.styles = styles } == [.number(31413)])
    }

    @Test func oldMacintoshFilesCountFrom1904() throws {
        let cells = try cells("<c s=\"0\"><v>29951</v></c>") {
            $0.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
            $0.properties = "<workbookPr date1904=\"1\"/>"
        }
        #expect(cells == [.date(try Fixtures.day(1986, 1, 1))])
    }

    @Test func textInAFontFromBeforeUnicodeIsDecoded() throws {
        let styles =
            "<fonts><font><name val=\".VnTime\"/></font><font><name val=\"Arial\"/></font></fonts><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/></cellXfs>"
        let cells = try cells("<c s=\"0\" t=\"s\"><v>0</v></c><c s=\"1\" t=\"s\"><v>0</v></c>") {
            $0.styles = styles
            $0.strings = ["<si><t>TrÇn ThÞ VÝ</t></si>"]
        }
        #expect(cells == [.legacyText("Trần Thị Ví", stored: "TrÇn ThÞ VÝ", encoding: .tcvn3), .text("TrÇn ThÞ VÝ")])
    }

    @Test func aRunsOwnFontDecidesBeforeTheCells() throws {
        let run =
            "<si><r><rPr><rFont val=\"VNI-Times\"/></rPr><t>Traàn </t></r><r><rPr><rFont val=\"Arial\"/></rPr><t>Ví</t></r></si>"
        let cells = try cells("<c t=\"s\"><v>0</v></c>") { $0.strings = [run] }
        #expect(cells == [.legacyText("Trần Ví", stored: "Traàn Ví", encoding: .vni)])
    }

    @Test func hiddenRowsAndMergedCellsAreKept() throws {
        let grid = try grid(
            TestWorkbook(
                "<row r=\"3\" hidden=\"1\"><c r=\"B3\"><v>1</v></c></row><row r=\"9\"><c r=\"A9\"/></row>",
                after: "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"nonsense\"/></mergeCells>"))
        #expect(grid.rows.map(\.number) == [3])
        #expect(grid.merges == [MergedRange(rows: 1...2, columns: 0...1)])
    }

    @Test func tagsMayHaveAPrefix() throws {
        var workbook = TestWorkbook("")
        workbook.sheets[0].xml = """
            <x:worksheet xmlns:x="u"><x:sheetData><x:row r="2"><x:c r="A2"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>
            """
        #expect(try grid(workbook).row(2)?.cells == [.number(5)])
    }

    @Test func sheetsComeInTheOrderOfTheirTabs() throws {
        let reader = try XLSXReader(try Fixtures.bytes("hai-ba-trung-2024/roster.xlsx"))
        #expect(reader.sheets.map(\.name) == ["DN - HKD", "UBND phường", "Phòng chuyên môn", "Chương trình"])
    }
}
