import Attendance
import Crypto
import Exchange
import Testing

/// Lines that no box of this version writes, in bundles that a registered box has signed.
@Suite struct UnusableLineTests {
    /// The line of the second of three scans; lines are those of a boot, a run of others, the scans and a seal.
    private let second = 4

    @Test(arguments: ["", "{", "[1,2]", "null", "Bàn Thị Ví Dụ", #"{"seq":5}"#, #"{"kind":7,"id":8,"hash":9}"#])
    func aLineOfGarbageIsSetApartAndTheOthersAreRead(garbage: String) throws {
        let bundle = try read { $0[second - 1] = garbage.isEmpty ? "\u{1}" : garbage }
        #expect(bundle.entries.map(\.seq) == [1, 4, 6, 7])
        #expect(bundle.unusableLines.map(\.line) == [second])
        #expect(bundle.unusableLines[0].reason == .unreadable && bundle.unusableLines[0].mayBeScan)
        #expect(bundle.numberedEntries.map(\.line) == [1, 3, 5, 6])
    }

    @Test func whatCanStillBeReadOfALineIsKept() throws {
        let bundle = try read { $0[second - 1].replace(#""wall_ms""#, with: #""wall_seconds""#) }
        let line = try #require(bundle.unusableLines.first)
        #expect(line.seq == 5 && line.kind == "redeem" && line.mayBeScan)
        #expect(line.id == TestBundle.id(105))
    }

    @Test func aLineThatIsNoScanNeedsNoAnswer() throws {
        let seal = try read { $0[5].replace(#""wall_ms""#, with: #""wall_seconds""#) }
        #expect(seal.unusableLines.map(\.mayBeScan) == [false])
        let others = try read { $0[1].replace(#""first":2"#, with: #""first":"2""#) }
        #expect(others.unusableLines.map(\.mayBeScan) == [false])
        #expect(Array(others.entries).count == 5)
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5]) func anyLineMayBeTheBadOne(index: Int) throws {
        let bundle = try read { $0[index] = "{}" }
        #expect(bundle.unusableLines.map(\.line) == [index + 1])
        #expect(bundle.ledger.count == 5)
    }

    @Test func allLinesMayBeBad() throws {
        let bundle = try read { $0 = $0.map { _ in "?" } }
        #expect(bundle.unusableLines.count == 6 && bundle.ledger.isEmpty)
    }

    @Test func anEntryThatWasRewrittenIsSetApart() throws {
        let bundle = try read { $0[second - 1].replace(#""blocked""#, with: #""accepted""#) }
        #expect(bundle.unusableLines.map(\.reason) == [.brokenChain])
        #expect(bundle.unusableLines[0].id == TestBundle.id(105))
        #expect(bundle.entries.map(\.seq) == [1, 4, 6, 7])
    }

    @Test func behindALineWithoutAHashTheChainIsFollowedAgain() throws {
        let bundle = try read {
            $0[2] = "?"
            $0[4].replace(#""blocked""#, with: #""accepted""#)
        }
        #expect(bundle.unusableLines.map(\.reason) == [.unreadable, .brokenChain])
        #expect(bundle.unusableLines.map(\.line) == [3, 5])
    }

    @Test(arguments: [Int64.max, Int64.min, 253_402_300_800_000])
    func aTimeThatNoClockShowsIsUnreadable(time: Int64) throws {
        let bundle = try read { $0[second - 1].replace(#""boot_ms":5000"#, with: #""boot_ms":\#(time)"#) }
        #expect(bundle.unusableLines.map(\.reason) == [.unreadable])
    }

    @Test func aSeqThatIsNotTheNextOneRefusesTheFile() throws {
        let file = try TestBundle.file(changing: "ledger.jsonl") {
            $0[second - 1].replace(#""seq":5"#, with: #""seq":50"#)
        }
        #expect(throws: ExchangeError.brokenChain(seq: 50)) { try BundleReader(file).bundle() }
    }

    @Test(arguments: ["?", "{}", #"{"name":"Bàn Thị Ví Dụ"}"#])
    func aPersonThatCannotBeReadIsSetApart(line: String) throws {
        let bundle = try BundleReader(try TestBundle.file(changing: "people.jsonl") { $0[0] = line }).bundle()
        #expect(bundle.unusablePeople == [1])
        #expect(bundle.people.map(\.enrolment) == [TestBundle.id(21)])
        #expect(Array(bundle.entries).count == 5)
    }

    @Test func aPersonWithoutANameOrNamedTwiceIsSetApart() throws {
        let file = try TestBundle.file(changing: "people.jsonl") {
            $0[0].replace("Bàn Thị Ví Dụ 0", with: " ")
            $0[1] += "\n" + $0[1]
        }
        #expect(throws: ExchangeError.contradiction("counts")) { try BundleReader(file).bundle() }
        let spoilt = try TestBundle.file(changing: "people.jsonl") { $0[0] = $0[1] }
        #expect(try BundleReader(spoilt).bundle().unusablePeople == [2])
        let nameless = try TestBundle.file(changing: "people.jsonl") { $0[0].replace("Bàn Thị Ví Dụ 0", with: " ") }
        #expect(try BundleReader(nameless).bundle().unusablePeople == [1])
    }

    private func read(_ change: (inout [String]) -> Void) throws -> EventBundle {
        try BundleReader(try TestBundle.file(changing: "ledger.jsonl", change)).bundle()
    }
}
