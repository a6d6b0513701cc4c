internal import Attendance

/// How far an event's record has arrived at a main system of others.
package struct Delivered: Hashable, Sendable {
    /// The last entry of the ledger that was acknowledged there.
    package var seq: Int64 = 0
    /// The end of the range that is under way; nil between two ranges.
    package var through: Int64?
    /// How many statements of that range have arrived.
    package var done = 0
    /// How many statements or seals were taken there.
    package var sent = 0
    /// How many were refused there for good.
    package var refused = 0

    package init() {}
}

extension Connection {
    /// How far an event's record has arrived.
    func delivered(_ event: ID<Event>, to destination: Destination) throws -> Delivered {
        try first(
            "SELECT seq, through, done, sent, refused FROM delivered WHERE destination = ? AND event = ?", destination,
            event
        ) {
            var delivered = Delivered()
            (delivered.seq, delivered.through, delivered.done) = (try $0[0], try $0[1], try $0[2])
            (delivered.sent, delivered.refused) = (try $0[3], try $0[4])
            return delivered
        } ?? Delivered()
    }
}
