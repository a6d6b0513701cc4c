import Attendance

/// What a fresh code of the room's screen was traded for: the right to check one person in.
struct Ticket: Sendable {
    let id: String
    let event: ID<Event>
    /// In boot milliseconds.
    let until: Int64
    var misses = 0
    /// What was last typed in vain: sent twice, it counts once.
    var missed: CheckInEntry?
    /// Who was found, waiting for a yes.
    var claim: Claim?
    /// The yes was said: nobody else comes in with this ticket, unless the answer is a refusal.
    var isSpent = false

    /// Somebody who was found.
    struct Claim: Sendable {
        let session: ID<Session>
        let code: Code
        /// As the phone shows it.
        let name: String
        /// Of the scan that the yes makes: said twice, it counts once.
        let nonce: String
    }
}
