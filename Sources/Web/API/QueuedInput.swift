import Attendance

/// What is inside a sealed entry of a desk's queue.
struct QueuedInput: Decodable {
    let session: String
    /// Who was on duty.
    let recorder: String?
    /// What the desk told the guest, if it was a refusal.
    let told: Refusal?
    /// As ``RedeemInput`` has it, with `occurred_at`; without a code where somebody is registered. Missing where
    /// something is taken back.
    let scan: RedeemInput?
    let takeBack: TakeBack?
    let walkIn: WalkInInput?
    /// The `Idempotency-Key` of the registration.
    let walkInKey: String?

    /// A scan that the operator takes back, by its nonce or by the id that the box gave it.
    struct TakeBack: Decodable {
        /// Of this entry.
        let nonce: String
        let scanNonce: String?
        let scan: String?
        let reason: String

        enum CodingKeys: String, CodingKey {
            case nonce, scan, reason
            case scanNonce = "scan_nonce"
        }
    }

    enum CodingKeys: String, CodingKey {
        case session, told, scan
        case takeBack = "take_back"
        case recorder = "operator"
        case walkIn = "walk_in"
        case walkInKey = "walk_in_key"
    }
}
