package import Attendance

/// Brings in scans that were made elsewhere; each has its time, and repeating the import changes nothing.
package struct ImportScans: Command {
    package let event: ID<Event>
    package let lines: [ScanLine]
    package let actor: Actor

    package init(event: ID<Event>, lines: [ScanLine], actor: Actor) {
        (self.event, self.lines, self.actor) = (event, lines, actor)
    }

    package func execute(in transaction: Transaction) throws -> ScanImportReport {
        guard let event = try transaction.connection.event(event) else { throw StoreError.notFound(.event) }
        let reader = ScanLineReader(event, try transaction.connection.participantsByRow(event.id))
        var report = ScanImportReport()
        for line in lines.sorted(by: { ($0.seq, $0.line) < ($1.seq, $1.line) }) {
            switch reader.redeem(line, actor: actor) {
            case .success(let redeem): report.count(try redeem.execute(in: transaction))
            case .failure(let error): report.rejected.append(.init(line: line.line, why: error.rawValue))
            }
        }
        return report
    }
}

extension Connection {
    /// Who has which row of the roster.
    fileprivate func participantsByRow(_ event: ID<Event>) throws -> [RosterRow: ID<Participant>] {
        var found: [RosterRow: ID<Participant>] = [:]
        try forEach("SELECT sheet, row, participant FROM enrolment WHERE event = ? AND row IS NOT NULL", event) {
            found[RosterRow(sheet: try $0[0], row: try $0[1])] = try $0[2]
        }
        return found
    }
}
