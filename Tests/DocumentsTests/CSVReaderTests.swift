import Attendance
import Documents
import Testing

/// Text with separators, in every form that spreadsheets write.
@Suite struct CSVReaderTests {
    private func texts(_ bytes: [UInt8]) throws -> [[String?]] {
        try CSVReader.grid(bytes).rows.map { $0.cells.map { $0?.text } }
    }

    @Test(arguments: [",", ";", "\t"]) func theSeparatorIsFound(separator: String) throws {
        let text =
            ["STT", "Họ và tên", "Đơn vị"].joined(separator: separator) + "\r\n"
            + ["1", "Bùi Thị Ví", "\"HTX a; b, c\td\""].joined(separator: separator)
        #expect(
            try texts(Array(text.utf8)) == [["STT", "Họ và tên", "Đơn vị"], ["1", "Bùi Thị Ví", "HTX a; b, c\td"]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func everyLineEndIsTaken(end: String) throws {
        #expect(try texts(Array("a,b\(end)c,d\(end)".utf8)) == [["a", "b"], ["c", "d"]])
    }

    @Test func everyEncodingGivesTheSameText() throws {
        let text = "Họ và tên;Năm sinh\nĐỗ Thị Ví;1980\n"
        let expected: [[String?]] = [["Họ và tên", "Năm sinh"], ["Đỗ Thị Ví", "1980"]]
        let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + text.utf8, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
            #expect(try texts(bytes) == expected)
        }
    }

    @Test func quotesMayHoldLineBreaksAndQuotes() throws {
        let grid = try CSVReader.grid(Array("a;\"b \"\"x\"\";\nc\"\n\nd;e \"f\"\n".utf8))
        #expect(grid.rows.map(\.number) == [1, 3])
        #expect(grid.rows.map { $0.cells.map { $0?.text } } == [["a", "b \"x\";\nc"], ["d", "e \"f\""]])
    }

    @Test func emptyFieldsKeepTheirPlace() throws {
        #expect(try texts(Array(",b,,\n , ,\nx\n".utf8)) == [[nil, "b"], ["x"]])
    }

    @Test func theLastLineNeedsNoEnd() throws {
        #expect(try texts(Array("a,b".utf8)) == [["a", "b"]])
        #expect(try texts(Array("a,\"b\"".utf8)) == [["a", "b"]])
    }
}
