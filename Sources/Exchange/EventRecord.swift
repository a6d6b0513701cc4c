package import Attendance

/// `event.json`: the event as the organiser described it, and its sessions.
package struct EventRecord: Codable, Hashable, Sendable {
    package var id: ID<Event>
    /// The six digits of badges and file names as a number.
    package var number: Int
    package var definition: EventDefinition
    /// In order of their start.
    package var sessions: [SessionRecord]
    /// True from a box that another one has shared the event with: of people, what that one says goes first.
    package var adopted: Bool?

    package init(_ event: Event) {
        (id, number, definition) = (event.id, event.number, event.definition)
        sessions = event.sessions.map { SessionRecord($0, offset: event.definition.utcOffsetMinutes) }
    }
}
