import Attendance
import Store

/// One scan on the live pages: the name is masked, since the room can read them.
struct ScanEvent: Encodable {
    let id: String
    let occurredAt: String
    let result: String
    let reason: Refusal?
    let direction: Direction
    let name: String?
    let gate: String?
    let method: String?
    let isForced: Bool

    init(_ answer: RedeemAnswer, _ command: Redeem) {
        (id, occurredAt) = (answer.scan.description, answer.occurredAt.rfc3339())
        (result, reason) = (answer.outcome.result, answer.outcome.refusal)
        (direction, gate, method) = (command.direction, command.gate, command.method)
        (name, isForced) = (answer.person.map { VietnameseText.masked($0.name) }, command.isForced)
    }

    enum CodingKeys: String, CodingKey {
        case id, result, reason, direction, name, gate, method
        case occurredAt = "occurred_at"
        case isForced = "is_forced"
    }
}

extension Outcome {
    /// `accepted` or `refused`.
    var result: String { isAccepted ? "accepted" : "refused" }

    var refusal: Refusal? {
        if case .refused(let refusal, _) = self { refusal } else { nil }
    }

    /// The passage that a repeated entry repeats.
    var first: Passage? {
        if case .refused(_, let first) = self { first } else { nil }
    }
}
