internal import Attendance

/// A one-time token that enrols a device; it counts for an hour after it was made, and not after a restart of the box.
package struct StationLink: Sendable {
    package let station: Station
    package let oneTimeToken: String

    /// Of the boot clock.
    static let lifetimeMilliseconds: Int64 = 3_600_000
}

extension Transaction {
    /// Gives a device a new link, in the place of the one it had.
    func makeLink(_ station: Station) throws -> StationLink {
        let token = Token.make()
        try connection.run(
            "UPDATE station SET one_time_hash = ?, link_boot = ?, link_until_ms = ? WHERE id = ?", Token.hash(token),
            now.boot, now.bootMilliseconds + StationLink.lifetimeMilliseconds, station.id)
        return StationLink(station: station, oneTimeToken: token)
    }
}
