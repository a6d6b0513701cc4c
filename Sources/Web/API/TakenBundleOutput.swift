import Attendance
import Store

/// What came of a bundle or share that was brought in.
struct TakenBundleOutput: Encodable {
    let event: String
    /// Whether this box is a box of the event by it.
    let adopted: Bool
    /// People who are new here.
    let people: Int
    /// Entries that are new here, and of them the scans.
    let entries: Int
    let scans: Int
    /// Scans that were here already.
    let known: Int
    let rejected: [Rejected]

    /// An entry that could not be taken over.
    struct Rejected: Encodable {
        /// Left out where the line of the ledger is too damaged to say it.
        let id: String?
        let why: String
    }

    init(adopted event: ID<Event>, people: Int) {
        (self.event, adopted, self.people) = (event.description, true, people)
        (entries, scans, known, rejected) = (0, 0, 0, [])
    }

    init(_ report: MergeReport) {
        (event, adopted, people) = (report.event.description, false, report.people)
        (entries, scans, known) = (report.entries, report.scans, report.known)
        rejected = report.rejected.map { Rejected(id: $0.id?.description, why: $0.why.rawValue) }
    }
}
