internal import Attendance

/// Turns the rows of one sheet into people and reports what was done.
struct RosterSheetReader {
    private let grid: Grid
    private let header: RosterHeader
    private let context: RosterContext
    private var communes: CommuneResolver
    private var report = ImportReport()
    private var people: [RosterEntry] = []

    private init(_ grid: Grid, _ header: RosterHeader, _ context: RosterContext) {
        (self.grid, self.header, self.context) = (grid, header, context)
        communes = CommuneResolver(context)
    }

    /// The people of the sheet, with all rows of the same person, and the report without duplicates.
    static func read(
        _ grid: Grid, header: RosterHeader, context: RosterContext
    ) -> (people: [RosterEntry], report: ImportReport) {
        var reader = RosterSheetReader(grid, header, context)
        reader.readRows()
        return (reader.people, reader.report)
    }

    private mutating func readRows() {
        let shared = header.columns.filter { $0.key.isShared }.values
        let merged = MergedValues(grid, columns: shared)
        var classifier = RosterRowClassifier(header, merges: grid.merges)
        let start = grid.rows.partitioningIndex { $0.number > header.rows.upperBound }
        for cells in grid.rows[start...] {
            let row = RosterRow(cells, header: header, merged: merged)
            switch classifier.kind(of: row) {
            case .person: readPerson(row)
            case .nameless: reject(row, "missing_name")
            case .skipped(let reason): report.skipped.append(.init(row: row.number, why: reason.rawValue))
            }
        }
        dropMissingNumbers()
    }

    private mutating func reject(_ row: RosterRow, _ message: String) {
        report.rejected.append(.init(row: row.number, column: RosterField.name.rawValue, message: message))
    }

    private mutating func readPerson(_ row: RosterRow) {
        switch NameReading.read(row.nameCells) {
        case .unusable(let why): reject(row, why)
        case .name(let name, let repairs):
            note(repairs, .name, row)
            people.append(person(named: name, row))
        }
    }

    private mutating func person(named name: String, _ row: RosterRow) -> RosterEntry {
        var entry = RosterEntry(sheet: grid.name, row: row.number, name: name)
        entry.birth = birth(row)
        entry.sex = take(SexReading.read(row), .sex, row)
        entry.ethnicity = ethnicity(row)
        entry.phone = row[.phone].flatMap { take(PhoneReading.read($0), .phone, row) }
        if header.columns[.citizenNumber] != nil {
            entry.citizenNumber = take(CitizenNumberReading.read(row[.citizenNumber]), .citizenNumber, row)
        }
        entry.position = text(.position, row)
        entry.note = text(.note, row)
        readPlace(row, into: &entry)
        compareWithCitizenNumber(entry)
        return entry
    }

    /// The date, or what stands in the column Nam or Nữ when it is no mere mark.
    private mutating func birth(_ row: RosterRow) -> BirthDate? {
        let marked = [row[.male], row[.female]].compactMap(\.self).first { $0.text.contains(where: \.isNumber) }
        return (row[.birth] ?? marked).flatMap { take(BirthReading.read($0, today: context.today), .birth, row) }
    }

    private mutating func ethnicity(_ row: RosterRow) -> String? {
        guard let text = text(.ethnicity, row) else { return nil }
        guard let group = context.ethnicGroups.group(named: text) else {
            return take(FieldReading(text, warning: "unknown_ethnic_group"), .ethnicity, row)
        }
        let change = FieldReading<String>.Change(from: text, to: group.name, why: "official_name")
        return take(FieldReading(group.name, repairs: text == group.name ? [] : [change]), .ethnicity, row)
    }

    private mutating func readPlace(_ row: RosterRow, into entry: inout RosterEntry) {
        for field in [RosterField.organisation, .organisationAndAddress, .address, .commune] { noteLegacy(field, row) }
        let place = PlaceReading(row, &communes)
        (entry.organisation, entry.address) = (place.organisation, place.address)
        (entry.commune, entry.communeUnit) = (place.commune, place.communeUnit)
        warn(place.warning, .commune, row.number)
    }

    /// The number tells sex and year of birth; where the list says otherwise, one of them is mistyped.
    private mutating func compareWithCitizenNumber(_ entry: RosterEntry) {
        guard let number = entry.citizenNumber.flatMap({ CitizenNumber($0) }) else { return }
        if let sex = entry.sex, sex != number.sex {
            warn("differs_from_citizen_number", .sex, entry.row)
        }
        if let birth = entry.birth, birth.year != number.birthYear {
            warn("differs_from_citizen_number", .birth, entry.row)
        }
    }

    /// A column without a single number says nothing about its rows.
    private mutating func dropMissingNumbers() {
        guard people.allSatisfy({ $0.citizenNumber == nil }) else { return }
        report.warnings.removeAll { $0.field == RosterField.citizenNumber.rawValue && $0.code == "missing" }
    }
}

extension RosterSheetReader {
    /// The field's text with single spaces.
    private mutating func text(_ field: RosterField, _ row: RosterRow) -> String? {
        noteLegacy(field, row)
        return row[field].map { VietnameseText.repairedEth(VietnameseText.tidied($0.text)) }
    }

    private mutating func take<Value>(_ reading: FieldReading<Value>, _ field: RosterField, _ row: RosterRow) -> Value?
    {
        for change in reading.repairs { note(change.from, change.to, change.why, field, row) }
        warn(reading.warning, field, row.number)
        return reading.value
    }

    private mutating func warn(_ code: String?, _ field: RosterField, _ row: Int) {
        guard let code else { return }
        report.warnings.append(.init(row: row, field: field.rawValue, code: code))
    }

    private mutating func note(_ changes: [FieldReading<String>.Change], _ field: RosterField, _ row: RosterRow) {
        for change in changes { note(change.from, change.to, change.why, field, row) }
    }

    private mutating func note(_ from: String, _ to: String, _ why: String, _ field: RosterField, _ row: RosterRow) {
        report.repaired.append(.init(row: row.number, column: field.rawValue, from: from, to: to, why: why))
    }

    private mutating func noteLegacy(_ field: RosterField, _ row: RosterRow) {
        guard case .legacyText(let text, let stored, let encoding) = row[field] else { return }
        note(stored, text, encoding.rawValue, field, row)
    }
}
