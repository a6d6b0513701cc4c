/// Some of an event's people.
package struct ParticipantPage: Sendable {
    package let items: [EnrolledPerson]
    /// What asks for those that follow; nil at the end.
    package let next: String?
}
