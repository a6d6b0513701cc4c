package import Attendance

/// Gives a participant a new code; the old card answers `revoked` from now on.
package struct ReissueCode: Command {
    package let enrolment: ID<Enrolment>
    /// The code to be replaced: replacing it twice gives one new code. Nil for whichever is in force.
    package let replacing: Code?
    package let reason: String
    package let actor: Actor

    package init(enrolment: ID<Enrolment>, replacing: Code? = nil, reason: String, actor: Actor) {
        (self.enrolment, self.replacing, self.reason, self.actor) = (enrolment, replacing, reason, actor)
    }

    /// - Throws: `.conflict(.otherCode)` if the code to be replaced never was this person's.
    package func execute(in transaction: Transaction) throws -> Enrolment {
        guard var person = try transaction.connection.person(enrolment: enrolment) else {
            throw StoreError.notFound(.enrolment)
        }
        if let replacing, replacing != person.enrolment.code {
            let owners = try transaction.connection.people(code: replacing)
            guard owners.map(\.enrolment.id).contains(person.enrolment.id) else {
                throw StoreError.conflict(.otherCode)
            }
            // Who was registered at two boxes has two cards that count.
            guard try transaction.connection.isCurrent(replacing, of: person.enrolment.id) else {
                return person.enrolment
            }
        }
        let code = try transaction.freeCode(in: person.enrolment.event)
        try transaction.connection.replaceCode(of: person.enrolment, with: code)
        var entry = LedgerEntry(.codeReissued, actor: actor, in: transaction)
        entry.event = person.enrolment.event.uuid
        entry.enrolment = person.enrolment.id.uuid
        entry.presented = .code(code)
        entry.note = Note(reason)
        try transaction.append(entry)
        person.enrolment.code = code
        return person.enrolment
    }
}

extension Connection {
    fileprivate func isCurrent(_ code: Code, of enrolment: ID<Enrolment>) throws -> Bool {
        try first("SELECT is_current FROM code WHERE number = ? AND enrolment = ?", code, enrolment) { try $0[0] }
            ?? false
    }

    fileprivate func replaceCode(of enrolment: Enrolment, with code: Code) throws {
        try run("UPDATE code SET is_current = 0 WHERE enrolment = ?", enrolment.id)
        try giveOut(code, to: enrolment.id)
        try run("UPDATE enrolment SET code = ? WHERE id = ?", code, enrolment.id)
    }
}
