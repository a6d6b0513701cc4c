internal import Attendance

/// Puts the sheets of a file together into one roster, each person once.
struct RosterBuilder {
    private let context: RosterContext
    private var roster = Roster()
    private var known = SamePerson()

    init(_ context: RosterContext) {
        self.context = context
    }

    /// Adds the people of a sheet, if it has a list of people.
    mutating func add(_ grid: Grid) {
        guard let header = RosterHeader(in: grid) else { return skip(grid.name) }
        let (people, report) = RosterSheetReader.read(grid, header: header, context: context)
        roster.report.add(report, of: grid.name)
        let before = roster.entries.count
        for person in people { add(person) }
        roster.sheets.append(
            Roster.Sheet(name: grid.name, headerRows: Array(header.rows), entries: roster.entries.count - before))
    }

    /// Names a sheet that is not read.
    mutating func skip(_ sheet: String) {
        roster.sheets.append(Roster.Sheet(name: sheet))
    }

    /// Throws `noHeader` where no sheet had a list of people.
    mutating func finish() throws(RosterFileError) -> Roster {
        guard roster.sheets.contains(where: { !$0.headerRows.isEmpty }) else {
            throw RosterFileError(.noHeader, sheets: roster.sheets.map(\.name).filter { !$0.isEmpty })
        }
        if roster.sheets.count(where: { !$0.headerRows.isEmpty }) == 1 { roster.report.forgetSheets() }
        return roster
    }

    private mutating func add(_ person: RosterEntry) {
        guard let position = known.position(of: person) else {
            known.append(person)
            roster.entries.append(person)
            return
        }
        let first = roster.entries[position]
        roster.report.duplicates.append(.init(row: person.row, of: first.row))
        if first.citizenNumber == nil { roster.entries[position].citizenNumber = person.citizenNumber }
        guard VietnameseText.folded(first.name) != VietnameseText.folded(person.name) else { return }
        roster.report.warnings.append(
            .init(row: person.row, field: RosterField.citizenNumber.rawValue, code: "same_number_other_name"))
    }
}

extension ImportReport {
    /// Adds what the reading of another sheet found.
    fileprivate mutating func add(_ other: ImportReport, of sheet: String) {
        skipped += other.skipped.map { Skipped(row: $0.row, why: $0.why, sheet: sheet) }
        rejected += other.rejected
        repaired += other.repaired
        warnings += other.warnings
    }

    /// Where there is one sheet only, its name says nothing.
    fileprivate mutating func forgetSheets() {
        for position in skipped.indices { skipped[position].sheet = nil }
    }
}
