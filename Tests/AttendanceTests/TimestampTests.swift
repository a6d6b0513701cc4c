import Testing

@testable import Attendance

struct TimestampTests {
    @Test(arguments: [
        ("2024-06-12T08:03:11+07:00", 1_718_154_191_000 as Int64), ("2024-06-12T01:03:11Z", 1_718_154_191_000),
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1_000), ("2024-02-29T00:00:00.25Z", 1_709_164_800_250),
    ])
    func isReadFromRFC3339(text: String, milliseconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2024-06-12", "2024-06-12T08:03:11", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z",
        "2024-06-12T24:00:00Z", "2024-06-12T08:03:11+7", "2024-06-12T08:03:11Zx", "2024-06-12T08:03:11.Z",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
    ])
    func refusesWhatIsNoPointInTime(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func isWrittenWithTheOffset() {
        let time = Timestamp(milliseconds: 1_718_154_191_000)
        #expect(time.rfc3339() == "2024-06-12T08:03:11+07:00")
        #expect(time.rfc3339(offsetMinutes: -90) == "2024-06-11T23:33:11-01:30")
    }

    @Test(arguments: [-719_468, -1, 0, 59, 19_782, 20_000, 47_482])
    func dayAndItsNumberBelongTogether(day: Int) {
        #expect(CivilDate(daysSinceEpoch: day).daysSinceEpoch == day)
    }

    @Test func readingAndWritingAreInverse() {
        for step in 0..<2_000 {
            let time = Timestamp(milliseconds: Int64(step) * 86_399_000 - 40_000_000_000)
            #expect(Timestamp(rfc3339: time.rfc3339()) == time)
        }
    }

    @Test func localTimeIsTheVenues() {
        #expect(
            Timestamp(localTime: "2024-08-15T06:54:42") == Timestamp(rfc3339: "2024-08-15T06:54:42+07:00"))
    }

    @Test func idsSortByTheTimeTheyWereMade() {
        var random = SystemRandomNumberGenerator()
        let ids = (0..<50).map { ID<Event>(at: Timestamp(milliseconds: 1_700_000_000_000 + $0), using: &random) }
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
        #expect(ids.allSatisfy { $0.description.dropFirst(14).first == "7" })
        #expect(ids.allSatisfy { ID<Event>($0.description) == $0 })
    }

    @Test func trueTimeComesFromTheNearestAnchorOfTheSameBoot() {
        let anchors = [(1_000, 500_000), (9_000, 900_000)].map { boot, time in
            ClockAnchor(
                boot: "a", bootMilliseconds: boot, time: Timestamp(milliseconds: time), source: .phone,
                uncertaintyMilliseconds: 50)
        }
        #expect(anchors.trueTime(boot: "a", bootMilliseconds: 2_000)?.milliseconds == 501_000)
        #expect(anchors.trueTime(boot: "a", bootMilliseconds: 8_000)?.milliseconds == 899_000)
        #expect(anchors.trueTime(boot: "b", bootMilliseconds: 8_000) == nil)
    }
}
