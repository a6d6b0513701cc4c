/// A participant of one event: it bears the code.
package struct Enrolment: Hashable, Sendable {
    package let id: ID<Enrolment>
    package let event: ID<Event>
    package let participant: ID<Participant>
    package var code: Code
    package var standing: Standing
    /// Arrived without being on the roster; counted apart everywhere.
    package var isWalkIn: Bool

    package init(
        id: ID<Enrolment>, event: ID<Event>, participant: ID<Participant>, code: Code, standing: Standing = .valid,
        isWalkIn: Bool = false
    ) {
        (self.id, self.event, self.participant, self.code) = (id, event, participant, code)
        (self.standing, self.isWalkIn) = (standing, isWalkIn)
    }

    /// Whether the code is taken.
    package enum Standing: String, Sendable, CaseIterable {
        case valid
        /// The card was replaced by another one: this code no longer counts.
        case revoked
        /// The person is kept out until staff decide.
        case blocked
    }
}
