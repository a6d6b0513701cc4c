import Attendance
import HTTPServer

/// What a fresh code of the room's screen was traded for: the right to check one person in.
struct Ticket: Sendable {
    let id: String
    let event: ID<Event>
    /// Whose phone it was given to.
    let address: Address
    /// In boot milliseconds.
    let until: Int64
    var misses = 0
    /// What was last typed in vain: sent twice, it counts once.
    var missed: CheckInEntry?
    /// Who was found, waiting for a yes.
    var claim: Claim?
    /// The yes was said: nobody else comes in with this ticket, unless the answer is a refusal.
    var isSpent = false

    /// Whether nothing was done with it yet.
    var isUntouched: Bool { misses == 0 && claim == nil && !isSpent }

    /// Somebody who was found.
    struct Claim: Sendable {
        let session: ID<Session>
        let code: Code
        /// As the phone shows it.
        let name: String
        /// Of the scan that the yes makes: said twice, it counts once.
        var nonce: String
    }
}
