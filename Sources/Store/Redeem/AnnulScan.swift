package import Attendance

/// Takes back an accepted scan with a reason (huỷ lượt); nothing is deleted.
package struct AnnulScan: Command {
    package let scan: ID<Scan>
    package let reason: String
    package let actor: Actor

    package init(scan: ID<Scan>, reason: String, actor: Actor) {
        (self.scan, self.reason, self.actor) = (scan, reason, actor)
    }

    /// Whose attendance changed.
    package struct Answer: Sendable {
        package let scan: ID<Scan>
        package let session: ID<Session>
        package let event: ID<Event>
        package let enrolment: ID<Enrolment>
        package let record: AttendanceRecord
    }

    /// - Throws: `.conflict(.notAnnullable)` for a refused scan, `.conflict(.alreadyAnnulled)` for a second time.
    package func execute(in transaction: Transaction) throws -> Answer {
        guard let scan = try transaction.connection.scan(scan, transaction.state.timeline) else {
            throw StoreError.notFound(.scan)
        }
        guard scan.outcome == Outcome.accepted.name, let known = scan.enrolment,
            let holder = try Holder.of(known, transaction.connection)
        else { throw StoreError.conflict(.notAnnullable) }
        let id = holder.person.enrolment
        guard try !transaction.connection.isAnnulled(scan.seq) else { throw StoreError.conflict(.alreadyAnnulled) }
        let session = try transaction.session(scan.session)
        try transaction.append(entry(scan, session, transaction))
        try transaction.connection.remove(scan.seq, of: id, in: session.id)
        var presence = try transaction.connection.presence(of: id, in: session.id)
        presence.passages.removeAll { $0.seq == scan.seq }
        let record = try transaction.update(presence, isWalkIn: holder.person.isWalkIn, in: session)
        return Answer(scan: scan.id, session: session.id, event: session.event, enrolment: id, record: record)
    }

    private func entry(_ scan: StoredScan, _ session: Session, _ transaction: Transaction) -> LedgerEntry {
        var entry = LedgerEntry(.annul, actor: actor, in: transaction)
        entry.session = session.id.uuid
        (entry.enrolment, entry.about) = (scan.enrolment?.uuid, scan.seq)
        entry.note = Note(reason)
        return entry
    }
}

extension Connection {
    /// Whether an annulment of the entry stands in the ledger.
    func isAnnulled(_ seq: Int64) throws -> Bool {
        try first("SELECT 1 FROM ledger WHERE about = ? AND kind = 'annul'", seq) { _ in true } ?? false
    }
}
