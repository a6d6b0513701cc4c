/// A class, conference or fair.
package struct Event: Hashable, Sendable {
    package let id: ID<Event>
    /// Six random digits, 0…999,999, which a badge carries.
    package let number: Int
    package let definition: EventDefinition
    /// In order of their start.
    package let sessions: [Session]

    package init(id: ID<Event>, number: Int, definition: EventDefinition, sessions: [Session]) {
        (self.id, self.number, self.definition) = (id, number, definition)
        self.sessions = sessions.sorted { ($0.startsAt, $0.id.description) < ($1.startsAt, $1.id.description) }
    }

    /// What kind of happening it is.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case `class`
        case conference
        case fair
        case tour
        case other
    }
}
