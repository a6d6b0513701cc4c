/// One try to get in or out, ready for the decision.
package struct Attempt: Hashable, Sendable {
    package var direction: Direction
    /// When the box learnt of it.
    package var receivedAt: Timestamp
    /// When it happened, said by a device that was offline; nil for a live scan.
    package var occurredAt: Timestamp?
    /// Staff accept it against the rules, with a reason that is kept elsewhere.
    package var isForced: Bool
    /// The session's state does not matter: a record that was made elsewhere is brought in.
    package var isImported: Bool

    package init(
        direction: Direction = .entry, receivedAt: Timestamp, occurredAt: Timestamp? = nil, isForced: Bool = false,
        isImported: Bool = false
    ) {
        (self.direction, self.receivedAt, self.occurredAt) = (direction, receivedAt, occurredAt)
        (self.isForced, self.isImported) = (isForced, isImported)
    }

    /// The time that counts.
    package var at: Timestamp { occurredAt ?? receivedAt }
}
