import Testing

@testable import Attendance

@Suite struct SheetCodeTests {
    @Test(arguments: [0, 7, 48_215_791, 99_999_999])
    func codeIsReadAsItIsWritten(serial: Int) {
        let code = SheetCode(serial: serial)
        #expect(code.digits.count == 10)
        #expect(SheetCode(code.digits) == code)
        #expect(SheetCode(code.description) == code)
    }

    @Test func everyWrongDigitAndEverySwapOfNeighboursIsNoticed() {
        let digits = Array(SheetCode(serial: 48_215_791).digits)
        for place in digits.indices {
            for other in "0123456789" where other != digits[place] {
                var wrong = digits
                wrong[place] = other
                #expect(SheetCode(String(wrong)) == nil)
            }
            guard place + 1 < digits.count, digits[place] != digits[place + 1] else { continue }
            var swapped = digits
            swapped.swapAt(place, place + 1)
            #expect(SheetCode(String(swapped)) == nil)
        }
    }

    @Test func sheetIsNoCodeAndNoBadge() {
        #expect(ScannedInput(SheetCode(serial: 12).digits) == .unreadable(.other, length: 10))
    }
}

@Suite struct RowListTests {
    @Test(arguments: [
        ("1-14, 17, 20", Array(1...14) + [17, 20]), ("20 17;1", [1, 17, 20]), ("03", [3]), ("5-5", [5]),
        ("1 – 3", [1, 2, 3]), ("1—2,2", [1, 2]), (" , ;", []), ("", []),
    ])
    func rowsAreReadAsTheyAreTyped(text: String, rows: [Int]) {
        let list = RowList(text, count: 25)
        #expect(list.rows == rows)
        #expect(list.problems.isEmpty)
    }

    @Test(arguments: [
        ("14-1", RowList.Problem.Kind.reversed), ("26", .notOnSheet), ("0", .notOnSheet), ("20-26", .notOnSheet),
        ("x", .unreadable), ("1-", .unreadable), ("-4", .unreadable), ("1-2-3", .unreadable), ("1.5", .unreadable),
        ("9999999", .unreadable), ("١", .unreadable),
    ])
    func partThatIsNoRowIsNamed(text: String, kind: RowList.Problem.Kind) {
        let list = RowList("2, \(text), 4", count: 25)
        #expect(list.problems == [.init(text: text, kind: kind)])
        #expect(list.rows == [2, 4])
    }
}

@Suite struct SheetPlanTests {
    @Test(arguments: [(0, []), (1, [1]), (80, [80]), (99, [99]), (100, [50, 50]), (199, [66, 66, 67])])
    func listIsSharedOutEvenly(people: Int, rows: [Int]) {
        #expect(SheetPlan.rowCounts(for: people) == rows)
    }
}
