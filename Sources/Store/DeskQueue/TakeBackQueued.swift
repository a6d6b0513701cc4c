package import Attendance
internal import FoundationEssentials

/// Takes back a scan as a desk did while the box was away, with the reason; the same entry again changes nothing.
///
/// Both stay in the ledger. A scan that has not come yet is annulled when it comes; until then the organiser sees that it
/// is missing. Somebody who was registered with the scan stays registered, as after an annulment with the box: a person
/// without a standing scan counts nowhere, and who comes back in earnest is known.
package struct TakeBackQueued: Command {
    /// The mark of this entry, not of the scan.
    package let nonce: String
    package let session: ID<Session>
    package let scan: QueuedScan
    package let reason: String
    /// Who was on duty then, as the entry says.
    package let recorder: ID<StaffMember>?
    /// Who uploads it.
    package let actor: Actor

    package init(
        nonce: String, session: ID<Session>, scan: QueuedScan, reason: String, recorder: ID<StaffMember>?, actor: Actor
    ) {
        (self.nonce, self.session, self.scan, self.reason) = (nonce, session, scan, reason)
        (self.recorder, self.actor) = (recorder, actor)
    }

    /// What became of it.
    package struct Answer: Sendable {
        /// Nil where the scan has not come yet.
        package let scan: ID<Scan>?
        /// Nil where nothing had to be taken back: the scan was refused, or is annulled already.
        package let annulled: AnnulScan.Answer?
        /// Why it needs to be looked at.
        package let flag: FlagReason?
    }

    /// - Throws: `.conflict(.notAnnullable)` for a scan of another session, `.notFound` for an unknown session or scan.
    package func execute(in transaction: Transaction) throws -> Answer {
        let event = try transaction.session(session).event
        let (actor, isConfirmed) = try transaction.recorder(recorder, uploadedBy: actor, in: event)
        guard let found = try find(in: transaction) else { return try wait(actor, in: transaction) }
        guard found.session == session else { throw StoreError.conflict(.notAnnullable) }
        let annulled = try transaction.annulIfStanding(found, reason: reason, actor: actor)
        let mark = Nonce.bytes(nonce)
        if annulled != nil, !isConfirmed {
            try transaction.connection.keep(.unconfirmedOperator, nonce: mark, seq: found.seq, sealed: nil)
        }
        let isFlagged = try transaction.connection.isFlagged(mark)
        return Answer(scan: found.id, annulled: annulled, flag: isFlagged && !isConfirmed ? .unconfirmedOperator : nil)
    }

    private func find(in transaction: Transaction) throws -> StoredScan? {
        let timeline = transaction.state.timeline
        switch scan {
        case .nonce(let nonce): return try transaction.connection.scan(nonce: Nonce.bytes(nonce), timeline)
        case .id(let id):
            guard let found = try transaction.connection.scan(id, timeline) else { throw StoreError.notFound(.scan) }
            return found
        }
    }

    /// Notes the reason until the scan comes.
    private func wait(_ actor: Actor, in transaction: Transaction) throws -> Answer {
        guard case .nonce(let awaited) = scan else { throw StoreError.notFound(.scan) }
        let mark = Nonce.bytes(nonce)
        if try !transaction.connection.isFlagged(mark) {
            var entry = LedgerEntry(.queueFlagged, actor: actor, in: transaction)
            (entry.session, entry.detail) = (session.uuid, FlagReason.scanMissing.name)
            entry.note = Note(reason)
            let seq = try transaction.append(entry)
            try transaction.connection.keep(
                .scanMissing, nonce: mark, seq: seq, sealed: nil, awaits: Nonce.bytes(awaited))
        }
        return Answer(scan: nil, annulled: nil, flag: .scanMissing)
    }
}

extension Transaction {
    /// Who gets the credit for an entry: the one on duty, where the box knows that they had a roster of the event.
    func recorder(
        _ recorder: ID<StaffMember>?, uploadedBy uploader: Actor, in event: ID<Event>
    ) throws -> (actor: Actor, isConfirmed: Bool) {
        guard let recorder else { return (uploader, true) }
        guard try connection.hasBorrowedRoster(recorder, of: event) else { return (uploader, false) }
        return (Actor(uploader.kind, staff: recorder, station: uploader.station), true)
    }

    /// Annuls a scan unless it was refused or is annulled already.
    func annulIfStanding(_ scan: StoredScan, reason: String, actor: Actor) throws -> AnnulScan.Answer? {
        guard scan.outcome == Outcome.accepted.name, try !connection.isAnnulled(scan.seq) else { return nil }
        return try AnnulScan(scan: scan.id, reason: reason, actor: actor).execute(in: self)
    }

    /// Annuls a scan that has come after it was taken back, in the name and with the reason of who took it back.
    func annulIfAwaited(nonce: [UInt8]) throws -> AnnulScan.Answer? {
        guard let waiting = try connection.waiting(for: nonce),
            let scan = try connection.scan(nonce: nonce, state.timeline)
        else { return nil }
        let annulled = try annulIfStanding(scan, reason: waiting.reason, actor: waiting.actor)
        // An organiser may have looked at it before: the scan is taken back all the same.
        try connection.run(
            "UPDATE queue_conflict SET reviewed = ? WHERE awaits = ? AND reviewed IS NULL",
            state.head.entries, nonce)
        return annulled
    }
}

extension Connection {
    /// Who took a scan back that had not come, and why.
    fileprivate func waiting(for scan: [UInt8]) throws -> (actor: Actor, reason: String)? {
        try first(
            """
            SELECT ledger.actor, ledger.staff, ledger.station, coalesce(note.text, '–')
            FROM queue_conflict AS c JOIN ledger ON ledger.seq = c.seq LEFT JOIN note ON note.seq = c.seq
            WHERE c.awaits = ?
            """, scan
        ) { (Actor(try $0[0], staff: try $0[1], station: try $0[2]), try $0[3]) }
    }
}
