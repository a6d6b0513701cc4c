import Attendance

/// What is inside a sealed entry of a desk's queue.
struct QueuedInput: Decodable {
    let session: String
    /// Who was on duty.
    let recorder: String?
    /// What the desk told the guest, if it was a refusal.
    let told: Refusal?
    /// As ``RedeemInput`` has it, with `occurred_at`; without a code where somebody is registered.
    var scan: RedeemInput
    let walkIn: WalkInInput?
    /// The `Idempotency-Key` of the registration.
    let walkInKey: String?

    enum CodingKeys: String, CodingKey {
        case session, told, scan
        case recorder = "operator"
        case walkIn = "walk_in"
        case walkInKey = "walk_in_key"
    }
}
