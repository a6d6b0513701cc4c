/// Keeps an entry of a desk's queue of which no scan could be made; the same entry again is kept once.
package struct FlagQueued: Command {
    package let nonce: String
    package let reason: FlagReason
    /// As the desk sent it.
    package let sealed: [UInt8]
    package let actor: Actor

    package init(nonce: String, reason: FlagReason, sealed: [UInt8], actor: Actor) {
        (self.nonce, self.reason, self.sealed, self.actor) = (nonce, reason, sealed, actor)
    }

    package func execute(in transaction: Transaction) throws {
        let mark = Nonce.bytes(nonce)
        guard try transaction.connection.isFlagged(mark) == false else { return }
        var entry = LedgerEntry(.queueFlagged, actor: actor, in: transaction)
        entry.detail = reason.name
        let seq = try transaction.append(entry)
        try transaction.connection.keep(reason, nonce: mark, seq: seq, sealed: sealed)
    }
}
