import Testing

@testable import Delivery

/// How long the box waits between attempts.
struct BackoffTests {
    @Test(arguments: [(1, 30), (2, 60), (3, 120), (7, 1_920), (8, 3_600), (100, 3_600)])
    func doublesFromHalfAMinuteToAnHour(failures: Int, seconds: Int64) {
        #expect(Backoff.milliseconds(afterFailures: failures, chance: 0) == seconds * 1_000)
    }

    @Test(arguments: [1, 5, 50])
    func chanceTakesAwayUpToHalf(failures: Int) {
        let full = Backoff.milliseconds(afterFailures: failures, chance: 0)
        #expect(Backoff.milliseconds(afterFailures: failures, chance: 1) == full / 2)
        let middle = Backoff.milliseconds(afterFailures: failures, chance: 0.5)
        #expect(full / 2 < middle && middle < full)
    }
}
