package import Attendance

/// Sets a person's status by hand, with a reason.
package struct MarkAttendance: Command {
    package let session: ID<Session>
    package let participant: ID<Participant>
    package let status: AttendanceRecord.Status
    package let reason: String
    package let actor: Actor

    package init(
        session: ID<Session>, participant: ID<Participant>, status: AttendanceRecord.Status, reason: String,
        actor: Actor
    ) {
        (self.session, self.participant, self.status) = (session, participant, status)
        (self.reason, self.actor) = (reason, actor)
    }

    /// - Throws: `.notFound(.participant)` for somebody who is not enrolled in the session's event.
    package func execute(in transaction: Transaction) throws -> AttendanceRecord {
        let session = try transaction.session(session)
        guard let holder = try Holder.of(participant, in: session.event, transaction.connection) else {
            throw StoreError.notFound(.participant)
        }
        var entry = LedgerEntry(.mark, actor: actor, in: transaction)
        entry.session = session.id.uuid
        (entry.enrolment, entry.status) = (holder.person.enrolment.uuid, status.rawValue)
        entry.note = Note(reason)
        let seq = try transaction.append(entry)
        var presence = try transaction.connection.presence(of: holder.person.enrolment, in: session.id)
        presence.mark = AttendanceRecord.Mark(status: status, seq: seq)
        return try transaction.update(presence, isWalkIn: holder.person.isWalkIn, in: session)
    }
}
