package import Attendance

/// How a desk names a scan that it takes back.
package enum QueuedScan: Sendable {
    /// One that the desk has kept itself, by its mark; it may come later.
    case nonce(String)
    /// One that the box had answered.
    case id(ID<Scan>)
}
