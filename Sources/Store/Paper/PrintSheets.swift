package import Attendance
internal import Crypto

/// Fixes who stands on which row of a session's roll-call sheets, before they are printed.
///
/// Printing again while the list is the same gives the same sheets, so that no two papers of one list bear other codes.
package struct PrintSheets: Command {
    package let session: ID<Session>
    package let actor: Actor

    package init(session: ID<Session>, actor: Actor) {
        (self.session, self.actor) = (session, actor)
    }

    /// The sheets in order.
    package struct Answer: Sendable {
        package let printing: ID<PaperSheet.Printing>
        package let sheets: [PaperSheet]
        /// False if the list was printed before.
        package let isNew: Bool
    }

    /// - Throws: `.conflict(.emptyList)` for an event without people.
    package func execute(in transaction: Transaction) throws -> Answer {
        let session = try transaction.session(session)
        let connection = transaction.connection
        let people = try connection.enrolmentsOnPaper(session.event)
        guard !people.isEmpty else { throw StoreError.conflict(.emptyList) }
        if let last = try connection.lastPrinting(of: session.id), try connection.enrolments(of: last) == people {
            return Answer(printing: last, sheets: try connection.sheets(of: last), isNew: false)
        }
        let printing: ID<PaperSheet.Printing> = transaction.makeID()
        var rest = people[...]
        for (place, count) in SheetPlan.rowCounts(for: people.count).enumerated() {
            try write(Array(rest.prefix(count)), printing, number: place + 1, in: transaction)
            rest = rest.dropFirst(count)
        }
        return Answer(printing: printing, sheets: try connection.sheets(of: printing), isNew: true)
    }

    private func write(
        _ people: [ID<Enrolment>], _ printing: ID<PaperSheet.Printing>, number: Int, in transaction: Transaction
    ) throws {
        let connection = transaction.connection
        let code = try connection.freeSheetCode()
        try connection.run(
            "INSERT INTO paper_sheet (serial, printing, number, session, printed_at) VALUES (?, ?, ?, ?, ?)",
            code, printing, number, session, transaction.time)
        for (place, enrolment) in people.enumerated() {
            try connection.run(
                "INSERT INTO paper_row (sheet, row, enrolment) VALUES (?, ?, ?)", code, place + 1, enrolment)
        }
        var entry = LedgerEntry(.sheetPrinted, actor: actor, in: transaction)
        (entry.session, entry.number) = (session.uuid, Int64(code.serial))
        entry.detail = Hex.encode(BLAKE2b256.hash(Array(people.map(\.description).joined(separator: "\n").utf8)))
        try transaction.append(entry)
    }
}

extension Connection {
    /// Who is to be on the paper: the roster in the order of class lists, then who came without being on it.
    fileprivate func enrolmentsOnPaper(_ event: ID<Event>) throws -> [ID<Enrolment>] {
        try all("SELECT id FROM enrolment WHERE event = ? AND same_as IS NULL ORDER BY is_walk_in, sort_key, id", event)
        { try $0[0] }
    }

    /// A random code that no sheet of this box has.
    fileprivate func freeSheetCode() throws -> SheetCode {
        for _ in 0..<1_000 {
            let code = SheetCode(serial: Int.random(in: 0..<SheetCode.count))
            if try sheet(code) == nil { return code }
        }
        throw StoreError.noCodesLeft
    }
}
