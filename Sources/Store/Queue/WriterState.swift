internal import Attendance
internal import FoundationEssentials

/// What the writer knows without asking the database; given back as it was when a transaction fails.
struct WriterState {
    var head: LedgerHead
    var timeline: Timeline
    /// Sessions that were looked up, and when they take place; emptied when one of them changes.
    var sessions: [ID<Session>: Session] = [:]
    /// For each session the others of its day, empty unless the event counts a person once a day.
    var sameDay: [ID<Session>: [ID<Session>]] = [:]
    /// The keys and numbers of events.
    var events: [ID<Event>: EventKey] = [:]
    /// Where new ids come from.
    var random = RandomPool()
    /// What the transaction has changed in `tally`, written before the commit.
    var tally: [TallyKey: Int] = [:]
    /// Names that the search learns of after the commit.
    var namings: [Naming] = []
    /// Whether enough has happened for a backup.
    var wantsBackup = false
    /// Whether something was sealed or dated again, so that a bundle is due.
    var wantsDelivery = false
    /// Closed sessions that have entries after their seal.
    var unsealed: Set<ID<Session>> = []

    /// The state after everything that is committed.
    init(_ connection: Connection) throws {
        head = try LedgerHead(connection)
        timeline = try Timeline(connection)
    }
}
