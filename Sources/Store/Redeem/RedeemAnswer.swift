package import Attendance

/// What became of a scan; only given when the scan is on the disk.
package struct RedeemAnswer: Hashable, Sendable {
    /// The nonce came before: this is the first answer again.
    package var isRepeat: Bool
    package let outcome: Outcome
    package let scan: ID<Scan>
    package let seq: Int64
    package let session: ID<Session>
    package let event: ID<Event>
    /// The time that counts.
    package let occurredAt: Timestamp
    package let receivedAt: Timestamp
    /// Whether the true time is known.
    package let isTimeConfirmed: Bool
    /// Nil for who does not belong to this event.
    package let person: Person?
    /// Nil for who does not belong to this event.
    package let record: AttendanceRecord?
    /// For a refusal: where the person belongs, or has had this day already.
    package let signpost: Signpost?

    /// Whose code it is.
    package struct Person: Hashable, Sendable {
        package let id: ID<Participant>
        package let name: String
        package let enrolment: ID<Enrolment>
        package let code: Code
        package let isWalkIn: Bool
        /// What tells people of one name apart, for staff.
        package let birthYear: Int?
        package let commune: String?
        package let organisation: String?
    }
}
