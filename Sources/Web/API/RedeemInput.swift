/// The body of `POST /sessions/{id}/redeem`.
struct RedeemInput: Decodable {
    let code: String?
    let participantID: String?
    let nonce: String
    let direction: String?
    let occurredAt: String?
    var sentAt: String?
    let gate: String?
    let method: String?
    let force: Bool?
    let reason: String?

    enum CodingKeys: String, CodingKey {
        case code, nonce, direction, gate, method, force, reason
        case participantID = "participant_id"
        case occurredAt = "occurred_at"
        case sentAt = "sent_at"
    }
}
