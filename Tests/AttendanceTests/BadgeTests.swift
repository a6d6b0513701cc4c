import Testing

@testable import Attendance

struct BadgeTests {
    /// Stands for the keyed hash: the rules never see the key.
    private static func mac(_ key: UInt8) -> Badge.MAC {
        { message in message.reversed().prefix(8).map { $0 &* 31 &+ key } }
    }

    private let badge = Badge(eventNumber: 42, code: Code(serial: 482_157), mac: BadgeTests.mac(1))

    @Test func holdsTwentyFiveDigits() {
        #expect(badge.digits.count == 25)
        #expect(badge.digits.hasPrefix("1000042482157"))
        #expect(Badge(badge.digits) == badge)
    }

    @Test func isGenuineUnderItsOwnKeyOnly() {
        #expect(badge.isGenuine(BadgeTests.mac(1)))
        #expect(!badge.isGenuine(BadgeTests.mac(2)))
    }

    @Test func misreadDigitsAreNotGenuine() throws {
        var digits = Array(badge.digits)
        digits[24] = digits[24] == "0" ? "1" : "0"
        let misread = try #require(Badge(String(digits)))
        #expect(!misread.isGenuine(BadgeTests.mac(1)))
    }

    @Test(arguments: ["", "1", String(repeating: "1", count: 24), String(repeating: "9", count: 25)])
    func refusesWhatIsNoBadge(text: String) {
        #expect(Badge(text) == nil)
    }
}
