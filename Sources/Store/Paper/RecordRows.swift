package import Attendance

/// Takes over rows of a roll-call sheet that was kept on paper: each becomes a scan, once.
///
/// Without a time an entry counts as at the session's start and an exit as at its end: that is what a signature says. It
/// does not change when somebody is known to have come.
package struct RecordRows: Command {
    package let sheet: SheetCode
    /// From 1.
    package let rows: [Int]
    package let direction: Direction
    /// When it happened, if the paper says so.
    package let occurredAt: Timestamp?
    package let actor: Actor

    package init(sheet: SheetCode, rows: [Int], direction: Direction, occurredAt: Timestamp? = nil, actor: Actor) {
        (self.sheet, self.rows, self.direction) = (sheet, rows, direction)
        (self.occurredAt, self.actor) = (occurredAt, actor)
    }

    /// What became of one row.
    package struct Recorded: Sendable {
        package let row: PaperRow
        /// Nil for a row that was typed in before.
        package let answer: RedeemAnswer?
    }

    /// - Throws: `.notFound(.sheet)`, `.notFound(.sheetRow)`; `.conflict(.notYet)` for a time that is still to come.
    package func execute(in transaction: Transaction) throws -> [Recorded] {
        guard let sheet = try transaction.connection.sheet(sheet) else { throw StoreError.notFound(.sheet) }
        let session = try transaction.session(sheet.session)
        let time = occurredAt ?? (direction == .entry ? session.startsAt : session.definition.endsAt)
        if let now = transaction.state.timeline.trueTime(transaction.now), time > now {
            throw StoreError.conflict(.notYet)
        }
        let known = try transaction.connection.rows(of: sheet, direction)
        let chosen = try Set(rows).sorted().map { number in
            guard known.indices.contains(number - 1) else { throw StoreError.notFound(.sheetRow) }
            return known[number - 1]
        }
        return try chosen.map { row in
            guard row.state == .new else { return Recorded(row: row, answer: nil) }
            let known = try knownEntry(row, session, in: transaction) ?? time
            let redeem = redeem(row, sheet, session, max(time, known))
            return Recorded(row: row, answer: try redeem.execute(in: transaction))
        }
    }

    /// When the person came, where the paper only says that they did.
    private func knownEntry(
        _ row: PaperRow, _ session: Session, in transaction: Transaction
    ) throws -> Timestamp? {
        guard occurredAt == nil, direction == .entry else { return nil }
        return try transaction.connection.passages(of: row.person.enrolment.id, in: session.id).firstEntry?.at
    }

    private func redeem(_ row: PaperRow, _ sheet: PaperSheet, _ session: Session, _ time: Timestamp) -> Redeem {
        var redeem = Redeem(
            session: session.id, presented: .participant(row.person.participant.id), nonce: row.nonce,
            direction: direction, occurredAt: time, gate: "\(sheet.code.digits)/\(row.row)", method: "paper",
            actor: actor)
        // The paper is a record made elsewhere: it goes on where the box was closed early, or had never opened the session.
        redeem.isImported = session.state == .planned || time <= session.definition.endsAt
        return redeem
    }
}
