internal import Attendance
internal import Crypto

/// The transaction that a batch of commands shares; on the writer's thread only.
package final class Transaction {
    let connection: Connection
    let keys: BoxKeys
    var state: WriterState
    /// When the running command arrived.
    var now: ClockReading
    /// The bytes of one ledger entry, kept so that each entry need not allocate them.
    var encoder = CanonicalEncoder()

    init(_ connection: Connection, keys: BoxKeys, state: WriterState, now: ClockReading) {
        (self.connection, self.keys, self.state, self.now) = (connection, keys, state, now)
    }

    /// When the running command arrived: the true time if it is known, else what the wall clock shows.
    var time: Timestamp { state.timeline.time(now) }

    /// A new id.
    func makeID<Subject>() -> ID<Subject> { ID(at: time, using: &state.random) }

    /// Writes what was put off to the end of the batch.
    func finish() throws {
        try sealAgain()
        try writeTally()
        try state.head.write(connection)
    }
}
