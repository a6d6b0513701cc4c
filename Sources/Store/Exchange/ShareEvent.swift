package import Attendance
package import Crypto

/// Lets another box be a second box of an event: it is given half of the codes that this box could still give out.
package struct ShareEvent: Command {
    package let event: ID<Event>
    /// The other box's key; sharing with it again gives it the same codes.
    package let key: MinisignPublicKey
    package let actor: Actor

    package init(event: ID<Event>, key: MinisignPublicKey, actor: Actor) {
        (self.event, self.key, self.actor) = (event, key, actor)
    }

    /// The codes that the other box gives out.
    package struct Answer: Hashable, Sendable {
        package let codeModulus: Int
        package let codeResidue: Int
    }

    /// - Throws: `.noCodesLeft` after so many boxes that nothing is left to give.
    package func execute(in transaction: Transaction) throws -> Answer {
        _ = try transaction.eventKey(event)
        let given = try transaction.connection.shareGiven(event, key) ?? give(in: transaction)
        return Answer(codeModulus: given.modulus, codeResidue: given.residue)
    }

    private func give(in transaction: Transaction) throws -> CodeClass {
        let halves = try transaction.connection.codeClass(of: event).halves
        guard halves.kept.modulus <= Code.count / 1_000 else { throw StoreError.noCodesLeft }
        try transaction.connection.set(halves.kept, of: event)
        try transaction.connection.run(
            "INSERT INTO share_given (event, public_key, code_modulus, code_residue) VALUES (?, ?, ?, ?)",
            event, key.line, halves.given.modulus, halves.given.residue)
        var entry = LedgerEntry(.eventShared, actor: actor, in: transaction)
        (entry.event, entry.detail) = (event.uuid, key.line)
        try transaction.append(entry)
        return halves.given
    }
}

extension Connection {
    /// What a box was given when the event was shared with it.
    fileprivate func shareGiven(_ event: ID<Event>, _ key: MinisignPublicKey) throws -> CodeClass? {
        try first(
            "SELECT code_modulus, code_residue FROM share_given WHERE event = ? AND public_key = ?", event, key.line
        ) { CodeClass(modulus: try $0[0], residue: try $0[1]) }
    }
}
