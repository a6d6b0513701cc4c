import Attendance
import Testing

@Suite struct LedgerPositionTests {
    private func at(_ box: String, _ seq: Int64, _ second: Int64) -> LedgerPosition {
        LedgerPosition(box: box, seq: seq, receivedAt: Timestamp(milliseconds: second * 1_000))
    }

    @Test func betweenLedgersTheEarlierOneComesFirst() {
        let entries = [at("a", 1, 10), at("b", 1, 5), at("a", 2, 30), at("b", 2, 20)]
        #expect(entries.inCommonOrder == [1, 0, 3, 2])
    }

    @Test func aLedgersOwnOrderStaysThoughItsClockWasSetBack() {
        let entries = [at("a", 1, 50), at("a", 2, 10), at("b", 1, 20)]
        #expect(entries.inCommonOrder == [2, 0, 1])
    }

    @Test func neitherOrderNorTiesMakeADifference() {
        let entries = [at("b", 1, 7), at("a", 1, 7), at("c", 3, 7), at("a", 2, 7), at("c", 2, 9)]
        let expected = entries.inCommonOrder.map { entries[$0] }
        for _ in 0..<20 {
            let shuffled = entries.shuffled()
            #expect(shuffled.inCommonOrder.map { shuffled[$0] } == expected)
        }
        #expect([LedgerPosition]().inCommonOrder == [])
    }
}
