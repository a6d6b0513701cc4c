package import Attendance

/// Remembers that a device was seen; once a minute is enough.
package struct TouchStation: Command {
    package let station: ID<Station>

    package init(station: ID<Station>) {
        self.station = station
    }

    package func execute(in transaction: Transaction) throws {
        try transaction.connection.run(
            "UPDATE station SET last_seen_at = ? WHERE id = ?", transaction.time, station)
    }
}
