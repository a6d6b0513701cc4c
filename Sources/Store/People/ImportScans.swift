package import Attendance
internal import FoundationEssentials

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
        let sessions = Dictionary(event.sessions.compactMap { session in session.definition.key.map { ($0, session) } }) {
            first, _ in first
        }
        let people = try transaction.connection.participantsByRow(event.id)
        var report = ScanImportReport()
        for line in lines.sorted(by: { ($0.seq, $0.line) < ($1.seq, $1.line) }) {
            guard let session = sessions[line.session] else {
                report.rejected.append(.init(line: line.line, why: "unknown_session"))
                continue
            }
            guard let person = people[RosterRow(sheet: line.sheet, row: line.row)] else {
                report.rejected.append(.init(line: line.line, why: "unknown_row"))
                continue
            }
            guard let time = line.time(in: event) else {
                report.rejected.append(.init(line: line.line, why: "unusable_time"))
                continue
            }
            report.count(try redeem(line, session, person, time).execute(in: transaction))
        }
        return report
    }

    private func redeem(
        _ line: ScanLine, _ session: Session, _ person: ID<Participant>, _ time: Timestamp
    ) -> Redeem {
        var redeem = Redeem(
            session: session.id, presented: .participant(person), nonce: line.nonce(in: event).uuidString,
            direction: line.direction, occurredAt: time, gate: line.kiosk, method: line.method ?? "import",
            actor: actor)
        redeem.isImported = true
        return redeem
    }
}

extension ScanLine {
    /// When it happened.
    fileprivate func time(in event: Event) -> Timestamp? {
        Timestamp(localTime: localTime, offsetMinutes: event.definition.utcOffsetMinutes)
    }

    /// The same line of the same event has the same nonce, whenever and however often it comes.
    fileprivate func nonce(in event: ID<Event>) -> UUID {
        let name = [session, sheet, String(row), localTime, direction.rawValue, String(seq)].joined(separator: "\n")
        return UUID(name: name, in: event.uuid)
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
