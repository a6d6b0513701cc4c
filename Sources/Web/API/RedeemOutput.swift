import Attendance
import Store

/// The answer to a redeem; the same for every repetition of the nonce.
struct RedeemOutput: Encodable {
    let result: String
    let reason: Refusal?
    let scan: ScanOutput
    let participant: Person?
    let attendance: RecordOutput?
    let first: First?

    /// - Parameter isMasked: whether others can read the screen that this goes to.
    init(_ answer: RedeemAnswer, isMasked: Bool) {
        (result, reason) = (answer.outcome.result, answer.outcome.refusal)
        scan = ScanOutput(answer)
        participant = answer.person.map { Person($0, isMasked: isMasked) }
        attendance = answer.record.map(RecordOutput.init)
        first = answer.outcome.first.map(First.init)
    }

    struct ScanOutput: Encodable {
        let id: String
        let occurredAt: String
        let receivedAt: String

        init(_ answer: RedeemAnswer) {
            id = answer.scan.description
            (occurredAt, receivedAt) = (answer.occurredAt.rfc3339(), answer.receivedAt.rfc3339())
        }

        enum CodingKeys: String, CodingKey {
            case id
            case occurredAt = "occurred_at"
            case receivedAt = "received_at"
        }
    }

    struct Person: Encodable {
        let id: String
        /// Masked on the kiosk: enough for the owner, nothing for the queue behind.
        let name: String
        let code: String?
        let walkIn: Bool?

        init(_ person: RedeemAnswer.Person, isMasked: Bool) {
            id = person.id.description
            name = isMasked ? VietnameseText.masked(person.name) : person.name
            code = isMasked ? nil : person.code.digits
            walkIn = isMasked ? nil : person.isWalkIn
        }

        enum CodingKeys: String, CodingKey {
            case id, name, code
            case walkIn = "walk_in"
        }
    }

    struct First: Encodable {
        let scan: String
        let occurredAt: String
        let gate: String?

        init(_ passage: Passage) {
            (scan, occurredAt) = (passage.scan.description, passage.at.rfc3339())
            gate = passage.gate
        }

        enum CodingKeys: String, CodingKey {
            case scan, gate
            case occurredAt = "occurred_at"
        }
    }
}

/// What the scans of one person in one session come to.
struct RecordOutput: Encodable {
    let status: AttendanceRecord.Status
    let firstEntryAt: String?
    let lastExitAt: String?

    init(_ record: AttendanceRecord) {
        status = record.status
        firstEntryAt = record.firstEntryAt?.rfc3339()
        lastExitAt = record.lastExitAt?.rfc3339()
    }

    enum CodingKeys: String, CodingKey {
        case status
        case firstEntryAt = "first_entry_at"
        case lastExitAt = "last_exit_at"
    }
}
