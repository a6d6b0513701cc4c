package import Attendance

/// Lets scans in; a closed session is opened again, an open one stays as it is.
package struct OpenSession: Command {
    package let session: ID<Session>
    package let actor: Actor

    package init(session: ID<Session>, actor: Actor) {
        (self.session, self.actor) = (session, actor)
    }

    package func execute(in transaction: Transaction) throws -> Session {
        let session = try transaction.session(session)
        if session.state == .open { return session }
        var entry = LedgerEntry(.sessionOpened, actor: actor, in: transaction)
        entry.session = session.id.uuid
        try transaction.append(entry)
        transaction.state.wantsBackup = true
        return try transaction.setState(.open, of: session)
    }
}
