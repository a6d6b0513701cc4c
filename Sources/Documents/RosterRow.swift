internal import Attendance

/// One row below the header, its cells by what they hold.
struct RosterRow {
    let number: Int
    private let row: Grid.Row
    private let header: RosterHeader
    private let merged: MergedValues
    /// The encoding from before Unicode that the name shows; the row's other texts have it too.
    private var encoding: LegacyEncoding?

    init(_ row: Grid.Row, header: RosterHeader, merged: MergedValues) {
        (number, self.row, self.header, self.merged) = (row.number, row, header, merged)
        encoding = RosterRow.encoding(of: nameCells.map(\.text).joined(separator: " "))
    }

    /// The value of the field, shared by merged cells where people share it.
    subscript(_ field: RosterField) -> Cell? {
        guard let column = header.columns[field] else { return nil }
        let cell = row[column] ?? (field.isShared ? merged.value(row: number, column: column) : nil)
        guard let encoding, case .text(let stored) = cell, let text = encoding.decoded(stored) else { return cell }
        return .legacyText(text, stored: stored, encoding: encoding)
    }

    /// Nil where the letter eth explains the name, which Windows-1258 would read the same way.
    private static func encoding(of name: String) -> LegacyEncoding? {
        guard let proposal = LegacyEncoding.proposal(for: VietnameseText.nfc(name)),
            proposal.text != VietnameseText.repairedEth(name)
        else { return nil }
        return proposal.encoding
    }

    /// The row's own values.
    var values: [(column: Int, cell: Cell)] { row.values }

    /// The name's cells: one, or family and given name.
    var nameCells: [Cell] {
        [RosterField.name, .familyName, .givenName].compactMap { self[$0] }
    }

    /// The list's own number, a whole number with or without a full stop.
    var ordinal: Int? {
        guard let cell = self[.number] else { return nil }
        let text = cell.text
        return Int(text.hasSuffix(".") ? String(text.dropLast()) : text)
    }

    /// How many of the row's own values are neither its number nor its name.
    var detailCount: Int {
        let apart = [RosterField.number, .name, .familyName, .givenName].compactMap { header.columns[$0] }
        return row.values.count { !apart.contains($0.column) }
    }

    /// Whether a value stands before the column of names, or in no column that the header names.
    func isOutsideNames(_ column: Int) -> Bool {
        column != (header.columns[.name] ?? header.columns[.familyName])
    }
}
