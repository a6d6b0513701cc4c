package import Attendance

/// Ends a session and seals its record; closing it again answers with its last seal.
package struct CloseSession: Command {
    package let session: ID<Session>
    package let actor: Actor

    package init(session: ID<Session>, actor: Actor) {
        (self.session, self.actor) = (session, actor)
    }

    package func execute(in transaction: Transaction) throws -> Seal {
        let session = try transaction.session(session)
        if case .closed = session.state, let seal = try transaction.connection.lastSeal(of: session.id) { return seal }
        let seal = try transaction.seal(session, .sessionClosed, actor: actor)
        transaction.state.wantsBackup = true
        _ = try transaction.setState(.closed(at: transaction.time), of: session)
        return seal
    }
}
