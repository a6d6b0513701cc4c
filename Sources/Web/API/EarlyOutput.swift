import Attendance
import Store

/// Somebody who came before the session was opened, as the desk sees them.
struct EarlyOutput: Encodable {
    /// The refused scan, which an acceptance names.
    let scan: String
    let occurredAt: String
    @OrNull var gate: String?
    let participant: ParticipantOutput

    init(_ arrival: EarlyArrival) {
        (scan, occurredAt) = (arrival.scan.description, arrival.at.rfc3339())
        (gate, participant) = (arrival.gate, ParticipantOutput(arrival.person))
    }

    enum CodingKeys: String, CodingKey {
        case scan, gate, participant
        case occurredAt = "occurred_at"
    }
}
