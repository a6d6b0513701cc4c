/// What became of an attempt.
package enum Outcome: Hashable, Sendable {
    case accepted
    /// `first` is the passage that the answer shows beside ``Refusal/alreadyRedeemed``.
    case refused(Refusal, first: Passage? = nil)

    package var isAccepted: Bool { self == .accepted }
}
