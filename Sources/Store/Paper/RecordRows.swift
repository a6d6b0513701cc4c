package import Attendance

/// Takes over rows of a roll-call sheet that was kept on paper: each becomes a scan, once.
///
/// Without a time an entry counts as at the session's start and an exit as at its end: that is what a signature says.
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
            let isNew = row.state == .new
            return Recorded(
                row: row, answer: isNew ? try redeem(row, sheet, session, time).execute(in: transaction) : nil)
        }
    }

    private func redeem(_ row: PaperRow, _ sheet: PaperSheet, _ session: Session, _ time: Timestamp) -> Redeem {
        var redeem = Redeem(
            session: session.id, presented: .participant(row.person.participant.id),
            nonce: PaperRow.nonce(sheet, row: row.row, direction), direction: direction, occurredAt: time,
            gate: "\(sheet.code.digits)/\(row.row)", method: "paper", actor: actor)
        // A session that was held without the box was never opened on it: its paper is a record made elsewhere.
        redeem.isImported = session.state == .planned
        return redeem
    }
}
