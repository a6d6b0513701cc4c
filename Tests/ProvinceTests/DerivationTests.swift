import Attendance
import Exchange
import Foundation
import Testing

@testable import Province

/// Attendance is a function of the ledgers: whatever arrives later changes it, whatever the order.
@Suite struct DerivationTests {
    private let province: TestProvince
    private var box = TestLedger()
    private let event = TestEvent()

    init() throws {
        province = try TestProvince()
        try province.register(box)
    }

    @Test mutating func anAnnulmentThatComesLaterTakesThePresenceBack() throws {
        let scan = box.scan(event[0], in: event.morning, at: 60)
        try province.take(try box.bundle(of: event))
        box.annul(scan, at: 120)
        try province.take(try box.bundle(of: event, after: 2))
        #expect(try status() == "absent")
        #expect(try history() == ["present annul"])
    }

    @Test mutating func aLaterMarkChangesTheResultAndKeepsWhatItWas() throws {
        box.scan(event[0], in: event.morning, at: 3_600)
        try province.take(try box.bundle(of: event))
        #expect(try status() == "late")
        box.mark(event[0], in: event.morning, .present, at: 4_000)
        try province.take(try box.bundle(of: event, after: 2))
        #expect(try status() == "present")
        #expect(try history() == ["late mark"])
    }

    @Test mutating func aTrueTimeThatIsLearntLaterDatesScansAgain() throws {
        box.scan(event[0], in: event.morning, at: 60)
        try province.take(try box.bundle(of: event))
        #expect(try status() == "present")
        box.anchor(at: 300, offset: 1_800)
        try province.take(try box.bundle(of: event, after: 2))
        #expect(try status() == "late")
        #expect(try history() == ["present clock_anchor"])
        let start = TestEvent.start.milliseconds
        #expect(try province.number("SELECT province.ms(at) - \(start) FROM report.scan") == 1_860_000)
    }

    @Test mutating func aRefusedScanIsDatedAgainToo() throws {
        box.scan(event[0], in: event.morning, at: 60, outcome: "blocked")
        try province.take(try box.bundle(of: event))
        box.anchor(at: 300, offset: 1_800)
        try province.take(try box.bundle(of: event, after: 2))
        let start = TestEvent.start.milliseconds
        #expect(try province.number("SELECT province.ms(at) - \(start) FROM report.scan") == 1_860_000)
        #expect(try status() == nil)
    }

    @Test mutating func aTrueTimeThatIsLearntLaterOrdersTheMarksOfTwoBoxes() throws {
        var second = TestLedger()
        // Marked after the other box's mark, by a clock that is an hour late.
        second.mark(event[0], in: event.morning, .excused, at: 120 - 3_600)
        second.anchor(at: 130 - 3_600, offset: 3_600)
        box.mark(event[0], in: event.morning, .present, at: 60)
        let (mark, anchor) = (try second.bundle(of: event, upTo: 2), try second.bundle(of: event, after: 2))
        let bundles = [mark, try box.bundle(of: event), anchor]
        let other = try TestProvince()
        for province in [province, other] { try province.register(second) }
        try other.register(box)
        for bundle in bundles { try province.take(bundle) }
        for bundle in bundles.reversed() { try other.take(bundle) }
        #expect(try other.results() == province.results())
        #expect(try status() == "excused")
    }

    @Test mutating func anAnchorOfASourceThatNobodyKnowsTellsNothing() throws {
        box.scan(event[0], in: event.morning, at: 60)
        box.anchor(at: 300, offset: 1_800, source: "moon")
        try province.take(try box.bundle(of: event))
        #expect(try status() == "present")
    }

    @Test mutating func aClockAYearOffIsPutRightWhicheverBundleComesFirst() throws {
        box.scan(event[0], in: event.morning, at: 60 - 366 * 86_400)
        box.anchor(at: 300 - 366 * 86_400, offset: 366 * 86_400)
        let (scan, anchor) = (try box.bundle(of: event, upTo: 2), try box.bundle(of: event, after: 2))
        let other = try TestProvince()
        try other.register(box)
        for bundle in [scan, anchor] { try province.take(bundle) }
        for bundle in [anchor, scan] { try other.take(bundle) }
        #expect(try status() == "present")
        #expect(try province.results() == other.results())
    }

    @Test mutating func twoBoxesOfOneEventComeToTheSameInEitherOrder() throws {
        var second = TestLedger()
        let nonce = UUID()
        box.scan(event[0], in: event.morning, at: 1_200)
        let first = second.scan(event[0], in: event.morning, at: 600)
        // A desk whose answer was lost sent the same scan to both.
        box.scan(event[1], in: event.morning, at: 100, nonce: nonce)
        let copy = second.scan(event[1], in: event.morning, at: 130, nonce: nonce)
        second.annul(copy, at: 200)
        box.mark(event[2], in: event.morning, .excused, at: 50)
        second.scan(event[2], in: event.morning, at: 700)
        box.merge(first, of: second)
        let bundles = [try box.bundle(of: event), try second.bundle(of: event)]
        let other = try TestProvince()
        for province in [province, other] { try province.register(second) }
        try other.register(box)
        for bundle in bundles { try province.take(bundle) }
        for bundle in bundles.reversed() { try other.take(bundle) }
        #expect(try province.results() == other.results())
        #expect(try status() == "present")
        #expect(try status(of: 1) == "absent")
        #expect(try status(of: 2) == "present")
        #expect(try province.number("SELECT count(*) FROM report.scan") == 4)
        #expect(try other.number("SELECT count(*) FROM report.scan") == 4)
    }

    @Test mutating func aRestoredBoxBringsNothingTwice() throws {
        let scan = box.scan(event[0], in: event.morning, at: 60)
        try province.take(try box.bundle(of: event))
        var restored = TestLedger()
        for line in box.lines { restored.merge(line, of: box) }
        restored.scan(event[0], in: event.morning, at: 90, .exit)
        try province.register(restored)
        let receipt = try province.take(try restored.bundle(of: event))
        #expect(receipt.scans.map(\.result) == [.duplicate, .accepted])
        #expect(receipt.scans.first?.id == scan.id)
        #expect(try province.number("SELECT count(*) FROM report.scan") == 2)
    }

    private func status(of person: Int = 0) throws -> String? {
        try province.database.use { connection in
            try connection.first(
                "SELECT status FROM province.attendance WHERE enrolment = $1 AND session = $2", event[person],
                event.morning
            ) { try $0[0] as String }
        }
    }

    private func history() throws -> [String] {
        try province.database.use {
            try $0.all("SELECT status || ' ' || why FROM report.attendance_history ORDER BY changed_at") {
                try $0[0] as String
            }
        }
    }
}
