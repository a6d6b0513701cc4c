package import Attendance

/// Adds a device; it enrols itself with the one-time token.
package struct AddStation: Command {
    package let name: String
    package let role: Station.Role
    package let direction: Direction?
    package let event: ID<Event>?
    package let actor: Actor

    package init(
        name: String, role: Station.Role, direction: Direction? = nil, event: ID<Event>? = nil, actor: Actor
    ) {
        (self.name, self.role, self.direction) = (name, role, direction)
        (self.event, self.actor) = (event, actor)
    }

    /// - Throws: `.conflict(.stationName)` for a name that a device has.
    package func execute(in transaction: Transaction) throws -> StationLink {
        if let event { _ = try transaction.eventKey(event) }
        guard try transaction.connection.station(named: name) == nil else { throw StoreError.conflict(.stationName) }
        let id: ID<Station> = transaction.makeID()
        try transaction.connection.run(
            "INSERT INTO station (id, name, role, direction, event) VALUES (?, ?, ?, ?, ?)",
            id, name, role, direction, event)
        try transaction.note(.stationAdded, id, actor: actor, event: event)
        return try transaction.makeLink(Station(id: id, name: name, role: role, direction: direction, event: event))
    }
}
