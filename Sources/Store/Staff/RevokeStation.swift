/// Takes a device's rights at once; its scans stay, for review.
package struct RevokeStation: Command {
    package let name: String
    package let actor: Actor

    package init(name: String, actor: Actor) {
        (self.name, self.actor) = (name, actor)
    }

    package func execute(in transaction: Transaction) throws {
        let connection = transaction.connection
        guard let station = try connection.station(named: name) else { throw StoreError.notFound(.station) }
        if !station.isRevoked {
            try connection.run("UPDATE station SET is_revoked = 1, one_time_hash = NULL WHERE id = ?", station.id)
            try connection.run("DELETE FROM staff_session WHERE station = ?", station.id)
            try transaction.note(.stationRevoked, station.id, actor: actor)
        }
    }
}
