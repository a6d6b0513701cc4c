package import Attendance
internal import Exchange

/// What another box's bundle has brought.
package struct MergeReport: Hashable, Sendable {
    package let event: ID<Event>
    /// People who were not known here.
    package var people = 0
    /// Entries that are new here, and of them the scans.
    package var entries = 0
    package var scans = 0
    /// Scans that were here already.
    package var known = 0
    /// Entries that could not be taken over.
    package var rejected: [Rejected] = []

    /// A report of nothing yet but the lines that could not be used.
    init(event: ID<Event>, unusable: [UnusableLine]) {
        self.event = event
        rejected = unusable.map { line in
            Rejected(id: line.id, why: line.reason == .brokenChain ? .brokenChain : .malformed)
        }
    }

    /// An entry that could not be taken over.
    package struct Rejected: Hashable, Sendable {
        /// Nil where the line is too damaged to say it.
        package let id: ID<Scan>?
        package let why: Reason
    }

    /// Why an entry could not be taken over.
    package enum Reason: String, Sendable, CaseIterable {
        case unknownSession = "unknown_session"
        case unknownPerson = "unknown_person"
        case unknownScan = "unknown_scan"
        case malformed
        /// Its hash does not follow from what it says.
        case brokenChain = "broken_chain"
    }
}
