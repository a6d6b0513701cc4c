package import Attendance

/// Turns what somebody presents at the door into a scan with a result (điểm danh).
package struct Redeem: Command {
    package let session: ID<Session>
    package let presented: Presented
    /// Made by the client; the same one never counts twice.
    package let nonce: String
    package let direction: Direction
    /// When it happened, by the clock of a device that was offline.
    package let occurredAt: Timestamp?
    /// The same device's clock when it sent the scan.
    package let sentAt: Timestamp?
    package let gate: String?
    /// `badge`, `code`, `name`, `paper`, `import`, …
    package let method: String?
    /// Staff accept it against the rules.
    package let isForced: Bool
    package let reason: String?
    package let actor: Actor
    /// A record made elsewhere: the session's state does not matter.
    var isImported = false

    package init(
        session: ID<Session>, presented: Presented, nonce: String, direction: Direction = .entry,
        occurredAt: Timestamp? = nil, sentAt: Timestamp? = nil, gate: String? = nil, method: String? = nil,
        isForced: Bool = false, reason: String? = nil, actor: Actor
    ) {
        (self.session, self.presented, self.nonce, self.direction) = (session, presented, nonce, direction)
        (self.occurredAt, self.sentAt, self.gate, self.method) = (occurredAt, sentAt, gate, method)
        (self.isForced, self.reason, self.actor) = (isForced, reason, actor)
    }

    /// - Throws: `.nonceReused` for a nonce that came before with anything else; `.notFound` for an unknown session or
    ///   participant.
    package func execute(in transaction: Transaction) throws -> RedeemAnswer {
        let session = try transaction.session(session)
        let claimant = try transaction.claimant(presented, in: session.event)
        let presence = try claimant.enrolled.map {
            try transaction.connection.presence(of: $0.person.enrolment, in: session.id)
        }
        let times = ScanTimes(received: transaction.now, occurredAt: occurredAt, sentAt: sentAt)
        let attempt = attempt(times, transaction.state.timeline)
        let outcome = Rules.decide(
            attempt, claim: claimant.claim, session: session.state, passages: presence?.passages ?? [])
        let entry = entry(session, claimant, outcome, transaction)
        guard let seq = try transaction.appendIfNew(entry) else { return try repeated(in: transaction) }
        let scan = ID<Scan>(entry.id)
        var record = presence?.record(session.definition)
        if let holder = claimant.enrolled, var presence, outcome.isAccepted {
            let passage = Passage(scan: scan, direction: direction, at: attempt.at, gate: gate, seq: seq)
            try transaction.connection.insert(passage, of: holder.person.enrolment, in: session.id)
            presence.passages.append(passage)
            record = try transaction.update(presence, isWalkIn: holder.person.isWalkIn, in: session)
        }
        return RedeemAnswer(
            isRepeat: false, outcome: outcome, scan: scan, seq: seq, session: session.id, event: session.event,
            occurredAt: attempt.at, receivedAt: attempt.receivedAt,
            isTimeConfirmed: transaction.state.timeline.trueTime(transaction.now) != nil,
            person: claimant.enrolled?.person, record: record)
    }
}
