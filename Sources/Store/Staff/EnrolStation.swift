internal import Attendance

/// Trades a one-time token for the token that the device keeps.
package struct EnrolStation: Command {
    package let oneTimeToken: String

    package init(oneTimeToken: String) {
        self.oneTimeToken = oneTimeToken
    }

    /// The device and its token.
    package struct Answer: Sendable {
        package let station: Station
        package let token: String
    }

    /// - Throws: `.notFound(.oneTimeToken)` for a token that was used, revoked, is over or never was.
    package func execute(in transaction: Transaction) throws -> Answer {
        guard let station = try transaction.connection.station(oneTimeToken: oneTimeToken, transaction.now) else {
            throw StoreError.notFound(.oneTimeToken)
        }
        let token = Token.make()
        try transaction.connection.run(
            "UPDATE station SET one_time_hash = NULL, token_hash = ?, last_seen_at = ? WHERE id = ?",
            Token.hash(token), transaction.time, station.id)
        try transaction.note(.stationEnrolled, station.id, actor: Actor(.system, station: station.id))
        return Answer(station: station, token: token)
    }
}
