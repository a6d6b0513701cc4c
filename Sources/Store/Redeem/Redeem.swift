package import Attendance

/// Turns what somebody presents at the door into a scan with a result (điểm danh).
package struct Redeem: Command {
    package let session: ID<Session>
    package internal(set) var presented: Presented
    /// Made by the client; the same one never counts twice.
    package let nonce: String
    package let direction: Direction
    /// When it happened, by the clock of a device that was offline.
    package internal(set) var occurredAt: Timestamp?
    /// The same device's clock when it sent the scan.
    package internal(set) var sentAt: Timestamp?
    package let gate: String?
    /// `badge`, `code`, `name`, `paper`, `import`, …
    package let method: String?
    /// Staff accept it against the rules.
    package let isForced: Bool
    package let reason: String?
    package internal(set) var actor: Actor
    /// Who brought the scan to the box, where that is not the one who took it.
    var uploader: ID<StaffMember>?
    /// A record made elsewhere: the session's state does not matter.
    var isImported = false
    /// The seq of the refused scan that this one accepts after all.
    var about: Int64?

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
        var presence = try transaction.presence(of: claimant, in: session)
        let attempt = attempt(transaction)
        let outcome = Rules.decide(
            attempt, claim: claimant.claim, session: session.state, passages: presence?.passages ?? [],
            elsewhere: try presence.flatMap { try transaction.presenceElsewhere($0.enrolment, session) }
                .map { Elsewhere(first: $0.passages.firstEntry) })
        let signpost = try signpost(outcome, claimant, session, transaction)
        let entry = entry(claimant, outcome, signpost, transaction)
        guard let seq = try transaction.appendIfNew(entry) else { return try repeated(in: transaction) }
        if outcome.isAccepted {
            let passage = Passage(scan: entry.id, direction: direction, at: attempt.at, gate: gate, seq: seq)
            try transaction.add(passage, to: &presence, of: claimant, in: session)
        }
        return RedeemAnswer(
            isRepeat: false, outcome: outcome, scan: entry.id, seq: seq, session: session.id, event: session.event,
            occurredAt: attempt.at, receivedAt: attempt.receivedAt,
            isTimeConfirmed: transaction.state.timeline.trueTime(transaction.now) != nil,
            person: claimant.enrolled?.person, record: presence?.record(session.definition), signpost: signpost)
    }

    private func signpost(
        _ outcome: Outcome, _ claimant: Claimant, _ session: Session, _ transaction: Transaction
    ) throws -> Signpost? {
        guard case .refused(let refusal, _) = outcome else { return nil }
        return try transaction.signpost(refusal, claimant, presented, at: session)
    }
}
