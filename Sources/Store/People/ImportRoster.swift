package import Attendance

/// Brings a roster into an event: all of it in one transaction, and nobody twice.
package struct ImportRoster: Command {
    package let event: ID<Event>
    package let entries: [RosterEntry]
    /// The file's name, for the ledger's reason.
    package let source: String
    /// Only says what it would do.
    package let isDryRun: Bool
    package let actor: Actor

    package init(event: ID<Event>, entries: [RosterEntry], source: String, isDryRun: Bool, actor: Actor) {
        (self.event, self.entries, self.source) = (event, entries, source)
        (self.isDryRun, self.actor) = (isDryRun, actor)
    }

    package func execute(in transaction: Transaction) throws -> ImportReport {
        let key = try transaction.eventKey(event)
        let plan = try RosterPlan(entries, event: event, in: transaction)
        let changes = plan.steps.filter { !$0.isUnchanged }
        if !isDryRun, !changes.isEmpty { try write(changes, key, in: transaction) }
        var report = ImportReport()
        report.imported = changes.count { $0.enrolled == nil }
        report.updated = changes.count - report.imported
        report.unchanged = plan.steps.count - changes.count
        report.duplicates = plan.duplicates
        return report
    }

    private func write(_ steps: [RosterPlan.Step], _ key: EventKey, in transaction: Transaction) throws {
        for step in steps {
            try transaction.connection.free(RosterRow(sheet: step.entry.sheet, row: step.entry.row), of: event)
        }
        for step in steps { try write(step, key, in: transaction) }
        var entry = LedgerEntry(.rosterImported, actor: actor, in: transaction)
        entry.event = event.uuid
        entry.number = Int64(steps.count)
        entry.note = Note(source)
        try transaction.append(entry)
        transaction.state.wantsBackup = true
    }

    private func write(_ step: RosterPlan.Step, _ key: EventKey, in transaction: Transaction) throws {
        let person = try transaction.record(step.entry, known: step.known, citizenHash: step.citizenHash)
        let enrolment =
            try step.enrolled?.enrolment ?? transaction.enrol(person.participant, in: event, isWalkIn: false)
        if enrolment.isWalkIn { try transaction.moveToRoster(enrolment) }
        try transaction.connection.write(step.entry, to: enrolment.id)
        if let number = step.entry.citizenNumber {
            try transaction.connection.keep(
                key.seal(citizenNumber: number, of: enrolment.id), of: enrolment.id)
        }
    }
}

extension Transaction {
    /// Writes what an entry says about a person, known or new.
    func record(_ entry: RosterEntry, known: KnownPerson?, citizenHash: [UInt8]?) throws -> KnownPerson {
        let before =
            known
            ?? KnownPerson(
                participant: Participant(id: makeID(), name: entry.name), citizenHash: nil)
        let person = before.updated(by: entry, citizenHash: citizenHash)
        if known == nil { try connection.insert(person) } else if person != known { try update(person) }
        return person
    }
}

extension Connection {
    /// Takes a row of the roster from whoever had it.
    func free(_ row: RosterRow, of event: ID<Event>) throws {
        try run(
            "UPDATE enrolment SET sheet = NULL, row = NULL WHERE event = ? AND sheet = ? AND row = ?",
            event, row.sheet, row.row)
    }

    /// Writes what an entry says about the enrolment.
    func write(_ entry: RosterEntry, to enrolment: ID<Enrolment>) throws {
        try run(
            "UPDATE enrolment SET sheet = ?, row = ? WHERE id = ?", entry.sheet, entry.row, enrolment)
        try setPlace(of: enrolment, to: entry)
    }

    /// Keeps the encrypted citizen number of a roster.
    func keep(_ sealed: [UInt8], of enrolment: ID<Enrolment>) throws {
        try run("UPDATE enrolment SET sealed_citizen_number = ? WHERE id = ?", sealed, enrolment)
    }
}
