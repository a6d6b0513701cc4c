/// The decision at the door: facts in, outcome out.
///
/// Without ``Attempt/occurredAt`` the order of commits decides; with it, the order of the times does, so that a desk
/// that was offline cannot lose the true first entry.
package enum Rules {
    /// Decides one attempt; `passages` are the accepted and not annulled scans of the same person in the session.
    package static func decide(
        _ attempt: Attempt, claim: Claim, session: Session.State, passages: [Passage], elsewhere: Elsewhere? = nil
    ) -> Outcome {
        if let refusal = identityRefusal(claim) { return .refused(refusal) }
        if attempt.isForced { return .accepted }
        if let refusal = standingRefusal(claim) ?? sessionRefusal(attempt, session) { return .refused(refusal) }
        if isRepeated(attempt, passages) { return .refused(.alreadyRedeemed, first: passages.firstEntry) }
        if let elsewhere, isNewHere(attempt, passages) { return .refused(.alreadyRedeemed, first: elsewhere.first) }
        return .accepted
    }

    /// Nobody can be let in by force who is not known here; a walk-in is the way for them.
    private static func identityRefusal(_ claim: Claim) -> Refusal? {
        switch claim {
        case .unknownCode: .unknownCode
        case .badBadge: .badBadge
        case .wrongEvent: .wrongEvent
        case .notEnrolled: .notEnrolled
        case .enrolled: nil
        }
    }

    private static func standingRefusal(_ claim: Claim) -> Refusal? {
        switch claim {
        case .enrolled(.revoked): .revoked
        case .enrolled(.blocked): .blocked
        default: nil
        }
    }

    private static func sessionRefusal(_ attempt: Attempt, _ session: Session.State) -> Refusal? {
        if attempt.isImported { return nil }
        switch session {
        case .planned: return .sessionNotOpen
        case .open: return nil
        case .closed(let end):
            guard let occurredAt = attempt.occurredAt, occurredAt <= end else { return .sessionClosed }
            return nil
        }
    }

    /// An exit is always a fact. An entry repeats another one if the person was inside already, unless it happened
    /// before the first entry, which it then replaces.
    private static func isRepeated(_ attempt: Attempt, _ passages: [Passage]) -> Bool {
        guard attempt.direction == .entry, let first = passages.firstEntry else { return false }
        guard let occurredAt = attempt.occurredAt else { return passages.isInside }
        return occurredAt >= first.at && passages.isInside(at: occurredAt)
    }

    /// Who comes back into the session that had them today takes nothing more from the day.
    private static func isNewHere(_ attempt: Attempt, _ passages: [Passage]) -> Bool {
        attempt.direction == .entry && passages.firstEntry == nil
    }
}
