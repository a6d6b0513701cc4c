package import Attendance

/// Records what a desk did while the box was away; the same entry again gives the same answer.
package struct RecordQueued: Command {
    /// As the desk recorded it; who uploads it is the actor.
    package let redeem: Redeem
    /// The person that the desk registered; the scan is theirs.
    package let walkIn: EnrolWalkIn?
    /// Who was on duty then, as the entry says; believed of those who were lent a roster of this event.
    package let recorder: ID<StaffMember>?
    /// What the desk told the guest: a refusal that was said at the door surprises nobody later.
    package let told: Refusal?

    package init(redeem: Redeem, walkIn: EnrolWalkIn?, recorder: ID<StaffMember>?, told: Refusal?) {
        (self.redeem, self.walkIn, self.recorder, self.told) = (redeem, walkIn, recorder, told)
    }

    /// What became of it.
    package struct Answer: Sendable {
        package let scan: RedeemAnswer
        /// Why it needs to be looked at; nil for what went as the desk had said.
        package let flag: FlagReason?
        /// Set where the desk had taken the scan back before it came.
        package let annulled: AnnulScan.Answer?
    }

    /// - Throws: what ``Redeem`` and ``EnrolWalkIn`` throw; nothing is written then.
    package func execute(in transaction: Transaction) throws -> Answer {
        var redeem = redeem
        let session = try transaction.session(redeem.session)
        let (actor, isConfirmed) = try transaction.recorder(recorder, uploadedBy: redeem.actor, in: session.event)
        if actor.staff != redeem.actor.staff { (redeem.uploader, redeem.actor) = (redeem.actor.staff, actor) }
        if let walkIn {
            redeem.presented = .participant(try walkIn.execute(in: transaction).person.participant.id)
        }
        if try wasAnsweredLive(in: transaction) { (redeem.occurredAt, redeem.sentAt) = (nil, nil) }
        let scan = try redeem.execute(in: transaction)
        let flag = flag(redeem, scan.outcome, isConfirmed: isConfirmed)
        if let flag {
            try transaction.connection.keep(flag, nonce: Nonce.bytes(redeem.nonce), seq: scan.seq, sealed: nil)
        }
        let annulled = try transaction.annulIfAwaited(nonce: Nonce.bytes(redeem.nonce))
        return Answer(scan: scan, flag: flag, annulled: annulled)
    }

    /// Whether the box had taken the scan when the desk asked, and only the answer was lost.
    private func wasAnsweredLive(in transaction: Transaction) throws -> Bool {
        let known = try transaction.connection.scan(nonce: Nonce.bytes(redeem.nonce), transaction.state.timeline)
        return known.map { $0.times.occurredAt == nil } ?? false
    }

    private func flag(_ redeem: Redeem, _ outcome: Outcome, isConfirmed: Bool) -> FlagReason? {
        if case .refused(let refusal, _) = outcome, refusal != told { return .refused(refusal) }
        guard outcome == .accepted else { return nil }
        if !redeem.isPlausible { return .implausibleTime }
        return isConfirmed ? nil : .unconfirmedOperator
    }
}

extension Redeem {
    /// No desk works longer without the box.
    private static let longestWait: Int64 = 24 * 3_600_000

    /// Whether a device that was offline can have sent it when it says, by the same clock.
    fileprivate var isPlausible: Bool {
        guard let occurredAt, let sentAt else { return true }
        return (0...Self.longestWait).contains(sentAt.milliseconds - occurredAt.milliseconds)
    }
}
