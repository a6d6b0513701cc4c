package import Attendance

/// Opens a session and lets in who came before: one act of somebody who stands at the door.
package struct OpenWithEarly: Command {
    package let session: ID<Session>
    /// Whether those are let in who were refused as too early.
    package let takesEarly: Bool
    package let actor: Actor

    package init(session: ID<Session>, takesEarly: Bool, actor: Actor) {
        (self.session, self.takesEarly, self.actor) = (session, takesEarly, actor)
    }

    /// What became of it.
    package struct Answer: Sendable {
        package let session: Session
        /// One for each of the early arrivals.
        package let early: [RedeemAnswer]
    }

    package func execute(in transaction: Transaction) throws -> Answer {
        let opened = try OpenSession(session: session, actor: actor).execute(in: transaction)
        guard takesEarly else { return Answer(session: opened, early: []) }
        let scans = try transaction.connection.earlyArrivals(session).map(\.scan)
        let early = try AcceptEarly(session: session, scans: scans, actor: actor).execute(in: transaction)
        return Answer(session: opened, early: early)
    }
}
