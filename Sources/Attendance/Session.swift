/// One dated part of an event (buổi): attendance is counted per session.
package struct Session: Hashable, Sendable {
    package let id: ID<Session>
    package let event: ID<Event>
    package let definition: SessionDefinition
    package let state: State

    package init(id: ID<Session>, event: ID<Event>, definition: SessionDefinition, state: State) {
        (self.id, self.event, self.definition, self.state) = (id, event, definition, state)
    }

    /// Whether scans are taken.
    package enum State: Hashable, Sendable {
        case planned
        case open
        /// Closed at this time and sealed.
        case closed(at: Timestamp)

        /// `planned`, `open` or `closed`.
        package var name: String {
            switch self {
            case .planned: "planned"
            case .open: "open"
            case .closed: "closed"
            }
        }
    }

    package var startsAt: Timestamp { definition.startsAt }
}
