import Attendance
import Store

/// What became of one early arrival.
struct AcceptedEarlyOutput: Encodable {
    /// The new scan.
    let scan: String
    let result: String
    let reason: Refusal?
    let occurredAt: String
    let name: String?

    init(_ answer: RedeemAnswer) {
        (scan, occurredAt, name) = (answer.scan.description, answer.occurredAt.rfc3339(), answer.person?.name)
        (result, reason) = (answer.outcome.result, answer.outcome.refusal)
    }

    enum CodingKeys: String, CodingKey {
        case scan, result, reason, name
        case occurredAt = "occurred_at"
    }
}
