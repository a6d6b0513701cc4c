import Documents
import Testing

@Suite struct CellReferenceTests {
    @Test(arguments: [("A1", 1, 0), ("Z10", 10, 25), ("AA2", 2, 26), ("XFD1048576", 1_048_576, 16_383)])
    func readsLettersAndDigits(text: String, row: Int, column: Int) throws {
        let reference = try #require(CellReference(text))
        #expect(reference.row == row)
        #expect(reference.column == column)
    }

    @Test(arguments: ["", "A", "1", "1A", "A0", "XFE1", "A1048577", "a1", "A-1", "AAAAAAAAAAAAAAAAAAAAAA1"])
    func refusesEverythingElse(text: String) {
        #expect(CellReference(text) == nil)
    }

    @Test func aMergedRangeHoldsItsCorners() throws {
        let range = try #require(MergedRange("B2:D4"))
        #expect(range.contains(row: 2, column: 1) && range.contains(row: 4, column: 3))
        #expect(!range.contains(row: 5, column: 1))
        #expect(MergedRange("B2") == nil && MergedRange("D4:B2") == nil)
    }
}
