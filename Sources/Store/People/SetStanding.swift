package import Attendance

/// Blocks or revokes an enrolment, or makes it valid again.
package struct SetStanding: Command {
    package let enrolment: ID<Enrolment>
    package let standing: Enrolment.Standing
    package let reason: String
    package let actor: Actor

    package init(enrolment: ID<Enrolment>, standing: Enrolment.Standing, reason: String, actor: Actor) {
        (self.enrolment, self.standing, self.reason, self.actor) = (enrolment, standing, reason, actor)
    }

    package func execute(in transaction: Transaction) throws -> Enrolment {
        guard var person = try transaction.connection.person(enrolment: enrolment) else {
            throw StoreError.notFound(.enrolment)
        }
        if person.enrolment.standing == standing { return person.enrolment }
        let enrolment = person.enrolment.id
        try transaction.connection.run("UPDATE enrolment SET standing = ? WHERE id = ?", standing, enrolment)
        var entry = LedgerEntry(.standing, actor: actor, in: transaction)
        entry.event = person.enrolment.event.uuid
        entry.enrolment = enrolment.uuid
        entry.status = standing.rawValue
        entry.note = Note(reason)
        try transaction.append(entry)
        person.enrolment.standing = standing
        return person.enrolment
    }
}
