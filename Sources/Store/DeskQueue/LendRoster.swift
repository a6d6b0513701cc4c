package import Attendance

/// Writes down who takes an open session's roster away.
package struct LendRoster: Command {
    package let session: ID<Session>
    /// How many people it has.
    package let count: Int
    package let actor: Actor

    package init(session: ID<Session>, count: Int, actor: Actor) {
        (self.session, self.count, self.actor) = (session, count, actor)
    }

    /// - Throws: `.conflict(.sessionNotOpen)`: nobody needs the names before or after.
    package func execute(in transaction: Transaction) throws {
        let session = try transaction.session(session)
        guard session.state == .open else { throw StoreError.conflict(.sessionNotOpen) }
        var entry = LedgerEntry(.rosterLent, actor: actor, in: transaction)
        (entry.session, entry.number) = (session.id.uuid, Int64(count))
        try transaction.append(entry)
    }
}
