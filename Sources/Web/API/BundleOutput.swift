import Attendance
import Store

/// One bundle: what it covers, how far it has come, what the province said.
struct BundleOutput: Encodable {
    let id: String
    let name: String
    let event: EventName
    let range: Range
    let size: Int64
    let madeAt: String
    let state: OutboxBundle.State.RawValue
    @OrNull var carrier: String?
    let attempts: Int
    @OrNull var problem: ProblemOutput?
    @OrNull var receipt: ReceiptOutput?

    init(_ bundle: OutboxBundle, event: Event?) {
        (id, name, size) = (bundle.id.description, bundle.name, bundle.size)
        self.event = EventName(id: bundle.event.description, name: event?.definition.name ?? "")
        range = Range(first: bundle.range.lowerBound, last: bundle.range.upperBound)
        (madeAt, state, carrier) = (bundle.madeAt.rfc3339(), bundle.state.rawValue, bundle.carrier?.rawValue)
        (attempts, problem) = (bundle.attempts, bundle.problem.map(ProblemOutput.init))
        receipt = bundle.receipt.map(ReceiptOutput.init)
    }

    enum CodingKeys: String, CodingKey {
        case id, name, event, range, size, state, carrier, attempts, problem, receipt
        case madeAt = "made_at"
    }

    /// Which event.
    struct EventName: Encodable {
        let id: String
        let name: String
    }

    /// Entries of the ledger.
    struct Range: Encodable {
        let first: Int64
        let last: Int64
    }

    /// Why something did not arrive.
    struct ProblemOutput: Encodable {
        let code: String
        let detail: String

        init(_ problem: DeliveryProblem) {
            (code, detail) = (problem.kind.rawValue, problem.detail)
        }
    }

    /// How many scans of each kind.
    struct ReceiptOutput: Encodable {
        let accepted: Int
        let duplicate: Int
        let refused: Int
        let receivedAt: String

        init(_ receipt: ReceiptCounts) {
            (accepted, duplicate, refused) = (receipt.accepted, receipt.duplicate, receipt.refused)
            receivedAt = receipt.receivedAt.rfc3339()
        }

        enum CodingKeys: String, CodingKey {
            case accepted, duplicate, refused
            case receivedAt = "received_at"
        }
    }
}
