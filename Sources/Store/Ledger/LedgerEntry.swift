internal import Attendance
internal import FoundationEssentials

/// One entry of the ledger before it is appended: ids, times and short words, never names.
struct LedgerEntry {
    let id: ID<Scan>
    let kind: Kind
    let actor: Actor
    let now: ClockReading
    /// Only where there is no session, which says it.
    var event: UUID?
    var session: UUID?
    var enrolment: UUID?
    /// A participant, station or member of staff that the entry is about.
    var subject: UUID?
    /// The seq that the entry is about.
    var about: Int64?
    var nonce: [UInt8]?
    var outcome: String?
    var direction: Direction?
    var flags: Flags = []
    var presented: Presented?
    var status: String?
    var occurredAt: Timestamp?
    var sentAt: Timestamp?
    var trueTime: Timestamp?
    var uncertaintyMilliseconds: Int64?
    /// A seal's number or how many rows an import had.
    var number: Int64?
    var gate: String?
    var method: String?
    /// A kernel's boot id, an anchor's source, a hash, the session that a refused person was sent to.
    var detail: String?
    /// A reason in words; the ledger gets its salted hash.
    var note: Note?

    init(_ kind: Kind, actor: Actor, in transaction: Transaction) {
        id = transaction.makeID()
        (self.kind, self.actor, now) = (kind, actor, transaction.now)
    }

    /// What happened.
    enum Kind: String, CaseIterable {
        case created, restored, boot
        case eventCreated = "event_created"
        case sessionOpened = "session_opened"
        case sessionClosed = "session_closed"
        case resealed
        case redeem, annul, mark
        case walkIn = "walk_in"
        case rosterImported = "roster_imported"
        case standing
        case codeReissued = "code_reissued"
        case sheetPrinted = "sheet_printed"
        case clockAnchor = "clock_anchor"
        case stationAdded = "station_added"
        case stationEnrolled = "station_enrolled"
        case stationRevoked = "station_revoked"
        case staffAdded = "staff_added"
        case staffRemoved = "staff_removed"
        case pinChanged = "pin_changed"
        case tokenAdded = "token_added"
        case rosterLent = "roster_lent"
        case queueFlagged = "queue_flagged"
        case eventShared = "event_shared"
        case eventAdopted = "event_adopted"
        case bundleImported = "bundle_imported"
        case conflictReviewed = "conflict_reviewed"
        case provinceSet = "province_set"
        case samePerson = "same_person"

        /// Those that change who is on an event's list, or with which card.
        static let ofPeople: Set<Kind> = [
            .walkIn, .rosterImported, .standing, .codeReissued, .bundleImported, .samePerson,
        ]
        /// The same for a list of SQL.
        static let ofPeopleSQL = ofPeople.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    }

    /// How a scan came about.
    struct Flags: OptionSet {
        let rawValue: Int64
        static let forced = Flags(rawValue: 1)
        static let imported = Flags(rawValue: 2)
    }
}
