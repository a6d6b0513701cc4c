/// How long to wait after so many failures in a row: twice as long each time, and never exactly, so that the boxes of a
/// province do not all come at once after its server was away.
package enum Backoff {
    /// 30 seconds after the first failure, at most an hour.
    static let shortest: Int64 = 30_000
    static let longest: Int64 = 3_600_000

    /// Milliseconds; `chance` from 0 to 1 takes away up to half.
    package static func milliseconds(afterFailures failures: Int, chance: Double) -> Int64 {
        let full = min(longest, shortest << Int64(min(max(failures, 1) - 1, 7)))
        return full - Int64(Double(full / 2) * min(1, max(0, chance)))
    }
}
