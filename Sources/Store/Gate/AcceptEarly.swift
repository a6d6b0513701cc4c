package import Attendance
internal import FoundationEssentials

/// Lets people in who came before the session was opened, at the time when they came.
///
/// Each acceptance is a scan of its own that names the refused one; the same list again changes nothing.
package struct AcceptEarly: Command {
    package let session: ID<Session>
    /// Refused scans of this session.
    package let scans: [ID<Scan>]
    package let actor: Actor

    package init(session: ID<Session>, scans: [ID<Scan>], actor: Actor) {
        (self.session, self.scans, self.actor) = (session, scans, actor)
    }

    /// Answers in the order of `scans`.
    ///
    /// - Throws: `.conflict(.sessionNotOpen)` before the session is open; `.notFound(.scan)` for a scan that was not
    ///   refused as too early in this session.
    package func execute(in transaction: Transaction) throws -> [RedeemAnswer] {
        guard try transaction.session(session).state == .open else { throw StoreError.conflict(.sessionNotOpen) }
        // All of them before anything is written: a wrong one must not leave half a list behind.
        let early = try scans.map { try find($0, in: transaction) }
        return try early.map { try accept($0, in: transaction) }
    }

    private func find(_ scan: ID<Scan>, in transaction: Transaction) throws -> (scan: StoredScan, person: Holder) {
        guard let stored = try transaction.connection.scan(scan, transaction.state.timeline),
            stored.session == session, stored.outcome == Refusal.sessionNotOpen.rawValue,
            let holder = try stored.enrolment.flatMap({ try Holder.of($0, transaction.connection) })
        else { throw StoreError.notFound(.scan) }
        return (stored, holder)
    }

    private func accept(
        _ early: (scan: StoredScan, person: Holder), in transaction: Transaction
    ) throws -> RedeemAnswer {
        let timeline = transaction.state.timeline
        let nonce = Self.nonce(early.scan.id, session)
        let known = try transaction.connection.scan(nonce: Nonce.bytes(nonce), timeline)
        // Said as the time that has passed, so that a wrong clock is corrected for both scans together.
        var redeem = Redeem(
            session: session, presented: .participant(early.person.person.id), nonce: nonce,
            occurredAt: known?.times.occurredAt ?? early.scan.times.at(timeline), sentAt: transaction.time,
            gate: early.scan.gate, method: "early", actor: actor)
        redeem.about = early.scan.seq
        return try redeem.execute(in: transaction)
    }

    /// The nonce of the acceptance of a refused scan.
    static func nonce(_ scan: ID<Scan>, _ session: ID<Session>) -> String {
        UUID(name: "early\n\(scan)", in: session.uuid).uuidString
    }
}
