import Attendance
import Store

/// A scan of a device that was shut out, as the organiser looks through them.
struct StationScanOutput: Encodable {
    let id: String
    let eventName: String
    let sessionTitle: String
    let occurredAt: String
    let receivedAt: String
    let direction: Direction
    let result: String
    let reason: Refusal?
    let name: String?
    let code: String?
    let operatorName: String?
    let isForced: Bool
    let isAnnulled: Bool

    init(_ line: Register.ScanLine, event: String, session: String) {
        (id, eventName, sessionTitle) = (line.id.description, event, session)
        (occurredAt, receivedAt) = (line.occurredAt.rfc3339(), line.receivedAt.rfc3339())
        (direction, result, reason) = (line.direction, line.outcome.result, line.outcome.refusal)
        (name, code, operatorName) = (line.name, line.code?.digits, line.operatorName)
        (isForced, isAnnulled) = (line.isForced, line.isAnnulled)
    }

    enum CodingKeys: String, CodingKey {
        case id, direction, result, reason, name, code
        case eventName = "event"
        case sessionTitle = "session"
        case occurredAt = "occurred_at"
        case receivedAt = "received_at"
        case operatorName = "operator"
        case isForced = "is_forced"
        case isAnnulled = "is_annulled"
    }
}
