import HTTPServer

extension Throttle {
    /// Throws 429 when `key` has used up what it may; times are boot milliseconds.
    func check(_ key: Key, at now: Int64) throws(Problem) {
        guard allows(key, at: now) else { throw .slowDown(afterSeconds: seconds) }
    }
}
