package import Attendance

/// Opens the sessions whose organiser wants them to open by themselves, when it is their time.
///
/// Does nothing as long as the true time is not known, and never opens what staff have closed.
package struct OpenDueSessions: Command {
    package init() {}

    /// The sessions that were opened.
    package func execute(in transaction: Transaction) throws -> [ID<Session>] {
        guard let now = transaction.state.timeline.trueTime(transaction.now) else { return [] }
        let due = try transaction.connection.plannedSessions().filter { $0.opensItself(at: now) }
        return try due.map { try OpenSession(session: $0.id, actor: .system).execute(in: transaction).id }
    }
}

extension Store {
    /// Whether ``OpenDueSessions`` would open anything now: asked often, and cheap.
    package func hasSessionsToOpen(_ now: ClockReading) throws(StoreError) -> Bool {
        try read { connection in
            let planned = try connection.plannedSessions().filter { $0.definition.opensBeforeMinutes != nil }
            guard !planned.isEmpty, let time = try Timeline(connection).trueTime(now) else { return false }
            return planned.contains { $0.opensItself(at: time) }
        }
    }
}
