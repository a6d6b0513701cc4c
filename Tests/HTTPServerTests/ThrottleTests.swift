import Testing

@testable import HTTPServer

/// Slowing down whoever does something too often.
struct ThrottleTests {
    @Test func noMoreKeysAreKnownThanAllowedAndThoseThatOweMostStay() {
        let throttle = Throttle<Int>(burst: 1, secondsForOne: 3, mostKeys: 10)
        for _ in 0..<5 { throttle.count(-1, at: 0) }
        for key in 0..<1_000 { throttle.count(key, at: 0) }
        #expect((0..<1_000).filter { !throttle.allows($0, at: 0) }.count < 10)
        #expect(!throttle.allows(-1, at: 0))
    }
}
