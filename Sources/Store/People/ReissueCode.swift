package import Attendance

/// Gives a participant a new code; the old card answers `revoked` from now on.
package struct ReissueCode: Command {
    package let enrolment: ID<Enrolment>
    package let reason: String
    package let actor: Actor

    package init(enrolment: ID<Enrolment>, reason: String, actor: Actor) {
        (self.enrolment, self.reason, self.actor) = (enrolment, reason, actor)
    }

    package func execute(in transaction: Transaction) throws -> Enrolment {
        guard var person = try transaction.connection.person(enrolment: enrolment) else {
            throw StoreError.notFound(.enrolment)
        }
        let code = try transaction.freeCode()
        try transaction.connection.replaceCode(of: person.enrolment, with: code)
        var entry = LedgerEntry(.codeReissued, actor: actor, in: transaction)
        entry.event = person.enrolment.event.uuid
        entry.enrolment = enrolment.uuid
        entry.presented = .code(code)
        entry.note = Note(reason)
        try transaction.append(entry)
        person.enrolment.code = code
        return person.enrolment
    }
}

extension Connection {
    fileprivate func replaceCode(of enrolment: Enrolment, with code: Code) throws {
        try run("UPDATE code SET is_current = 0 WHERE number = ?", enrolment.code)
        try giveOut(code, to: enrolment.id)
        try run("UPDATE enrolment SET code = ? WHERE id = ?", code, enrolment.id)
    }
}
