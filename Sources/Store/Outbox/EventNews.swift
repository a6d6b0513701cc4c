package import Attendance

/// An event of which something is to be sent.
package struct EventNews: Hashable, Sendable {
    package let event: ID<Event>
    /// The first entry of the ledger that was not sent.
    package let first: Int64
}
