package import Attendance

/// Says that the organiser has looked at a flagged entry; it stays in the ledger.
package struct ReviewConflict: Command {
    /// The ledger entry that it is about.
    package let entry: ID<Scan>
    package let actor: Actor

    package init(entry: ID<Scan>, actor: Actor) {
        (self.entry, self.actor) = (entry, actor)
    }

    /// - Throws: `.notFound(.scan)` for an entry that is not flagged.
    package func execute(in transaction: Transaction) throws {
        guard let conflict = try transaction.connection.flagged(entry) else { throw StoreError.notFound(.scan) }
        guard !conflict.isReviewed else { return }
        var review = LedgerEntry(.conflictReviewed, actor: actor, in: transaction)
        review.about = conflict.seq
        let seq = try transaction.append(review)
        try transaction.connection.run("UPDATE queue_conflict SET reviewed = ? WHERE seq = ?", seq, conflict.seq)
    }
}

extension Connection {
    /// Where a flagged entry stands, and whether somebody has looked at it.
    fileprivate func flagged(_ entry: ID<Scan>) throws -> (seq: Int64, isReviewed: Bool)? {
        try first(
            """
            SELECT c.seq, c.reviewed FROM queue_conflict AS c JOIN ledger ON ledger.seq = c.seq WHERE ledger.id = ?
            """, entry
        ) { (try $0[0], (try $0[1] as Int64?) != nil) }
    }
}
