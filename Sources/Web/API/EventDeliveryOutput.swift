import Attendance
import Store

/// How much of one event's record has arrived at the province.
struct EventDeliveryOutput: Encodable {
    let id: String
    let name: String
    let state: State
    let counts: OutboxOutput.Counts
    let scans: OutboxOutput.ScanCounts
    /// Why the oldest of its bundles that has a problem has not arrived.
    @OrNull var problem: BundleOutput.ProblemOutput?

    /// How far it has come; the first that applies.
    enum State: String, Encodable {
        /// Nothing has happened that could be sent.
        case nothing
        /// The province does not want a part of it.
        case refused
        /// A part of it waits, is on its way, or was carried away without a receipt yet.
        case waiting
        /// What was made has arrived, and more has happened since.
        case more
        /// All of it.
        case arrived
    }

    /// `hasNews`: something is in no bundle yet.
    init(_ event: Event, _ bundles: [OutboxBundle], hasNews: Bool) {
        (id, name) = (event.id.description, event.definition.name)
        (counts, scans) = (OutboxOutput.Counts(bundles), OutboxOutput.ScanCounts(bundles))
        state = State(counts, isEmpty: bundles.isEmpty, hasNews: hasNews)
        problem = bundles.first { $0.problem != nil }?.problem.map(BundleOutput.ProblemOutput.init)
    }
}

extension EventDeliveryOutput.State {
    fileprivate init(_ counts: OutboxOutput.Counts, isEmpty: Bool, hasNews: Bool) {
        if counts.refused > 0 {
            self = .refused
        } else if counts.waiting > 0 {
            self = .waiting
        } else if hasNews {
            self = .more
        } else {
            self = isEmpty ? .nothing : .arrived
        }
    }
}
