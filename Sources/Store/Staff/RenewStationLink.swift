/// Makes another link for a device whose link was lost, is over, or was used on the wrong phone.
///
/// The device that has the name goes on until another one takes its place.
package struct RenewStationLink: Command {
    package let name: String
    package let actor: Actor

    package init(name: String, actor: Actor) {
        (self.name, self.actor) = (name, actor)
    }

    /// - Throws: `.notFound(.station)`, also for a device that is shut out: it never comes back.
    package func execute(in transaction: Transaction) throws -> StationLink {
        guard let station = try transaction.connection.station(named: name), !station.isRevoked else {
            throw StoreError.notFound(.station)
        }
        try transaction.note(.stationAdded, station.id, actor: actor, event: station.event)
        return try transaction.makeLink(station)
    }
}
