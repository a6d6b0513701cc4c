/// Why the store did not do what it was asked.
package enum StoreError: Error, Equatable {
    /// More commands wait than the queue holds; a client may try again.
    case busy
    /// The disk is full; nothing was written, and it recovers by itself.
    case full
    /// SQLite's result code and message: the device failed, or this program has a mistake.
    case failed(code: Int32, message: String)
    /// The store takes no commands any more.
    case stopped
    /// A command was given to a store opened for reading.
    case readOnly
    /// Another process owns the data folder.
    case locked
    /// The folder holds a store already.
    case alreadyExists
    /// The folder holds no store.
    case notInitialised
    /// The database is damaged and no good backup was found.
    case damaged(String)
    /// A nonce or idempotency key that came before, with other content.
    case nonceReused
    /// Who signed a bundle or share does not hold the event's key, or its content is not what it should be.
    case foreignBundle
    case notFound(Subject)
    case conflict(Conflict)
    /// Nearly all of the million codes are given out.
    case noCodesLeft
    /// A column holds what this program could not have written.
    case corrupt(String)
    /// A file is no backup of a store, or its contents do not hang together.
    case unusableBackup(String)

    /// What was not found.
    package enum Subject: String, Sendable {
        case event, session, participant, enrolment, scan, station, staff, oneTimeToken, bundle, sheet, sheetRow
    }

    /// What stands against it.
    package enum Conflict: String, Sendable {
        case stationName, operatorName, lastOrganiser, sessionKey, alreadyAnnulled, notAnnullable
        /// Another event of this box has the same six digits.
        case eventNumber
        /// Somebody else has the number, or the person has another one.
        case citizenNumber, bundleOrder
        /// A receipt that answers other scans than its bundle has.
        case receiptOfOtherScans
        /// Early arrivals are taken only into an open session, and only then a desk needs its names.
        case sessionNotOpen
        /// Nobody is on the list that should be printed.
        case emptyList
        /// The paper says a time that is still to come.
        case notYet
        /// A code that belongs to somebody else, or to nobody.
        case otherCode
    }
}
