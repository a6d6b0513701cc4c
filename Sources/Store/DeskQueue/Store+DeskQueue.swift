package import Attendance
package import Crypto

extension Store {
    /// The point to which desks seal what they record while the box is away.
    package var queuePublicKey: [UInt8] { keys.queueKey.publicKey }

    /// What a desk sealed.
    ///
    /// - Throws: `CryptoError.notAuthentic`.
    package func openedQueueEntry(_ sealed: [UInt8]) throws(CryptoError) -> [UInt8] {
        try BrowserBox.open(sealed, with: keys.queueKey)
    }

    /// What a desk keeps of the session's people.
    package func deskRoster(of session: ID<Session>) throws(StoreError) -> DeskRoster {
        try read { try $0.deskRoster(of: session) }
    }

    /// What the roster of a desk is compared with.
    package func rosterVersion() throws(StoreError) -> Int64 {
        try read { try $0.rosterVersion() }
    }

    /// How many entries of a device could not be used and were looked at by nobody.
    package func openUnusable(of station: ID<Station>?) throws(StoreError) -> Int64 {
        try read { try $0.openUnusable(of: station) }
    }

    /// The flagged entries nobody has looked at, the oldest first; of one device, or of all.
    package func openConflicts(of station: ID<Station>? = nil) throws(StoreError) -> [QueueConflict] {
        try read { connection in
            try connection.openConflicts(of: station, Timeline(connection))
        }
    }
}
