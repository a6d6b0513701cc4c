import Attendance
import Store

/// An entry of a desk's queue that nobody has looked at yet.
struct QueueConflictOutput: Encodable {
    let id: String
    let reason: String
    @OrNull var session: String?
    @OrNull var sessionTitle: String?
    @OrNull var participant: QueueItemOutput.Person?
    @OrNull var direction: String?
    @OrNull var station: String?
    @OrNull var operatorName: String?
    let occurredAt: String
    let receivedAt: String

    init(_ conflict: QueueConflict) {
        (id, reason) = (conflict.entry.description, conflict.reason)
        (session, sessionTitle) = (conflict.session?.description, conflict.sessionTitle)
        participant = QueueItemOutput.Person(conflict)
        (direction, station, operatorName) = (conflict.direction?.rawValue, conflict.station, conflict.operatorName)
        (occurredAt, receivedAt) = (conflict.occurredAt.rfc3339(), conflict.receivedAt.rfc3339())
    }

    enum CodingKeys: String, CodingKey {
        case id, reason, session, participant, direction, station
        case sessionTitle = "session_title"
        case operatorName = "operator"
        case occurredAt = "occurred_at"
        case receivedAt = "received_at"
    }
}

extension QueueItemOutput.Person {
    /// Nil where nobody is known.
    fileprivate init?(_ conflict: QueueConflict) {
        guard let participant = conflict.participant, let name = conflict.name, let code = conflict.code else {
            return nil
        }
        (id, self.name, self.code) = (participant.description, name, code.digits)
    }
}
