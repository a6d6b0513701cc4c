import Attendance
import Documents
import Foundation
import Testing

/// A file that is no roster gets a clear error, within bounded memory and time.
@Suite struct BadFileTests {
    private func code(of bytes: [UInt8], limits: FileLimits = FileLimits()) throws -> RosterFileError.Code? {
        do {
            _ = try RosterFile.read(bytes, context: try Fixtures.context(), limits: limits)
            return nil
        } catch let error as RosterFileError {
            return error.code
        }
    }

    private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private static func utf16(_ text: String) -> [UInt8] {
        text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    static let files: [(String, [UInt8], RosterFileError.Code)] = [
        ("nothing", [], .empty),
        ("a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], .unknownFormat),
        ("a PDF", Array("%PDF-1.7 …".utf8), .unknownFormat),
        ("a web page", Array("<!DOCTYPE html><p>Danh sách".utf8), .unknownFormat),
        ("zero bytes", [UInt8](repeating: 0, count: 100), .unknownFormat),
        ("Latin-1 text", Array("STT;Ho ten\n1;Tr".utf8) + [0xE9], .badEncoding),
        ("UTF-16 with half a character", [0xFF, 0xFE, 0x41], .badEncoding),
        ("an open quote", Array("Họ và tên,Năm sinh\nĐỗ Thị Ví,1980\n\"Bùi Ví,1981".utf8), .unclosedQuote),
        ("a text without a header", Array("một hai ba\nbốn năm sáu\n".utf8), .noHeader),
        ("old Excel", compoundFile + [UInt8](repeating: 0, count: 600) + utf16("Workbook"), .oldXLS),
        ("a bare BIFF stream", [0x09, 0x08, 0x10, 0x00, 0x00, 0x06], .oldXLS),
        (
            "a password", compoundFile + [UInt8](repeating: 0, count: 600) + utf16("EncryptedPackage"),
            .passwordProtected
        ),
        ("only a ZIP's first bytes", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], .truncated),
        ("an empty ZIP", StoredZip().finished(), .notXLSX),
        (
            "a workbook without people", TestWorkbook(texts: [["Thời gian", "Nội dung"], ["8h", "Khai mạc"]]).bytes,
            .noHeader
        ),
    ]

    @Test(arguments: files) func isRefused(what: String, bytes: [UInt8], expected: RosterFileError.Code) throws {
        #expect(try code(of: bytes) == expected, "\(what)")
    }

    @Test(arguments: [10, 50, 90, 99]) func aWorkbookCutShortIsTruncated(percent: Int) throws {
        let whole = try Fixtures.bytes("tien-xuan-2024/roster.xlsx")
        #expect(try code(of: Array(whole.prefix(whole.count * percent / 100))) == .truncated)
    }

    @Test func aDamagedPartIsFoundByItsChecksum() throws {
        var bytes = TestWorkbook(texts: [["Họ và tên", "Năm sinh"], ["Bùi Thị Ví", "1980"]]).bytes
        let position = try #require(bytes.firstRange(of: Array("Bùi".utf8))?.lowerBound)
        bytes[position] = UInt8(ascii: "D")
        #expect(try code(of: bytes) == .truncated)
    }

    @Test func aZipOfSomethingElseIsNoWorkbook() throws {
        var zip = StoredZip()
        zip.append("word/document.xml", Array("<document/>".utf8))
        #expect(try code(of: zip.finished()) == .notXLSX)
    }

    @Test func anEncryptedPartNeedsThePassword() throws {
        var zip = StoredZip()
        zip.append("_rels/.rels", Array("<Relationships/>".utf8), isEncrypted: true)
        #expect(try code(of: zip.finished()) == .passwordProtected)
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE x SYSTEM \"http://example.vn/x.dtd\">",
    ])
    func aDocumentTypeIsRefused(declaration: String) throws {
        var workbook = TestWorkbook("")
        workbook.sheets[0].xml = declaration + "<worksheet><sheetData/></worksheet>"
        #expect(try code(of: workbook.bytes) == .forbiddenDoctype)
    }

    @Test(arguments: [
        "<worksheet><sheetData><row r=\"1\"><c>", "<worksheet><sheetData></worksheet>", "", "{}",
        "<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>",
        "<worksheet a=\"" + String(repeating: "x", count: 3 << 20) + "\"/>",
    ])
    func brokenXMLIsMalformed(xml: String) throws {
        var workbook = TestWorkbook("")
        workbook.sheets[0].xml = xml
        #expect(try code(of: workbook.bytes) == .malformed)
    }

    @Test func aFileThatExpandsTooFarIsStopped() throws {
        let bytes = try Fixtures.bytes("../bad/expanding.xlsx")
        #expect(bytes.count < 300_000)
        #expect(try code(of: bytes) == .expandsTooFar)
    }

    @Test func theTextsTogetherAreLimited() throws {
        var limits = FileLimits()
        limits.textBytes = 1_000
        var workbook = TestWorkbook("")
        workbook.strings = (0..<30).map { "<si><t>\($0) " + String(repeating: "x", count: 50) + "</t></si>" }
        #expect(try code(of: workbook.bytes, limits: limits) == .expandsTooFar)
    }

    @Test func aSharedTextCountsWhereverItStands() throws {
        let cells = (1...1_000).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }
        var workbook = TestWorkbook(cells.joined())
        workbook.strings = ["<si><t>\(String(repeating: "x", count: 100_000))</t></si>"]
        #expect(try code(of: workbook.bytes) == .expandsTooFar)
    }

    @Test func twoHundredThousandRowsAreTooMany() throws {
        let line = Array("1;Bùi Thị Ví Dụ;1980\r\n".utf8)
        let text = Array("STT;Họ và tên;Năm sinh\r\n".utf8) + Array(repeatElement(line, count: 200_000).joined())
        #expect(try code(of: text) == .tooManyRows)
        let rows = (1...200_000).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined()
        #expect(try code(of: TestWorkbook(rows).bytes) == .tooManyRows)
    }

    @Test func aValueFarToTheRightIsTooManyColumns() throws {
        #expect(try code(of: TestWorkbook("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>").bytes) == .tooManyColumns)
        #expect(try code(of: Array(String(repeating: ",", count: 300).utf8) + Array("x".utf8)) == .tooManyColumns)
    }

    @Test func aCellLongerThanAnyProgramWritesIsRefused() throws {
        let text = String(repeating: "x", count: 140_000)
        #expect(try code(of: TestWorkbook(texts: [[text]]).bytes) == .cellTooLong)
        #expect(try code(of: Array("Họ và tên\n\(text)".utf8)) == .cellTooLong)
    }

    @Test func tooManyCellsAndSheetsAreRefused() throws {
        var limits = FileLimits()
        limits.cells = 3
        #expect(try code(of: TestWorkbook(texts: [["a", "b"], ["c", "d"]]).bytes, limits: limits) == .tooManyCells)
        limits = FileLimits()
        limits.sheets = 1
        var workbook = TestWorkbook(texts: [["a"]])
        workbook.sheets.append(workbook.sheets[0])
        #expect(try code(of: workbook.bytes, limits: limits) == .tooManySheets)
    }

    @Test func aNameOfTenThousandCharactersRejectsItsRowOnly() throws {
        let rows = [
            ["Họ và tên", "Năm sinh"], [String(repeating: "Ví ", count: 3_334), "1980"], ["Bùi Thị Ví", "1981"],
        ]
        let roster = try RosterFile.read(TestWorkbook(texts: rows).bytes, context: try Fixtures.context())
        #expect(roster.entries.map(\.name) == ["Bùi Thị Ví"])
        #expect(roster.report.rejected == [.init(row: 2, column: "name", message: "name_too_long")])
    }

    @Test func anUnknownSheetIsNamedWithTheOnesThereAre() throws {
        let bytes = try Fixtures.bytes("hai-ba-trung-2024/roster.xlsx")
        let error = #expect(throws: RosterFileError.self) {
            try RosterFile.read(bytes, sheet: "Khác", context: Fixtures.context())
        }
        #expect(error?.code == .noSuchSheet)
        #expect(error?.sheets == ["DN - HKD", "UBND phường", "Phòng chuyên môn", "Chương trình"])
    }
}
