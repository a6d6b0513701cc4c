internal import Attendance

/// Reads the cells of one worksheet.
final class XLSXSheet: XMLHandler {
    private(set) var grid: Grid
    private let book: Book
    private var row = Grid.Row(number: 0)
    private var cell = OpenCell()
    private var nextColumn = 0
    private var cellCount = 0
    private var textBytes = 0
    private var value: [UInt8] = []
    private var isInValue = false
    private var inline: TextCollector

    /// What cells refer to.
    struct Book {
        let strings: XLSXSharedStrings
        let styles: XLSXStyles
        let countsFrom1904: Bool
        let limits: FileLimits
    }

    private struct OpenCell {
        var column = 0
        var kind = "n"
        var style = XLSXStyles.Style()
    }

    init(name: String, book: Book) {
        grid = Grid(name: name)
        self.book = book
        inline = TextCollector(limits: book.limits)
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws(RosterFileError) {
        switch name {
        case "row": try startRow(attributes)
        case "c": startCell(attributes)
        case "v": isInValue = true
        case "t", "r", "rPh", "rFont": if cell.kind == "inlineStr" { inline.start(name, attributes) }
        case "mergeCell": try merge(attributes)
        default: break
        }
    }

    func text(_ bytes: UnsafeRawBufferPointer) throws(RosterFileError) {
        guard isInValue else { return try inline.text(bytes) }
        value.append(contentsOf: bytes)
        guard value.count <= book.limits.cellBytes else { throw failure(.cellTooLong, limit: book.limits.cellBytes) }
    }

    func end(_ name: String) throws(RosterFileError) {
        switch name {
        case "v": isInValue = false
        case "c": try endCell()
        case "row": try endRow()
        case "t", "r", "rPh": inline.end(name)
        default: break
        }
    }

    /// Rows may leave their number out; then they follow each other.
    private func startRow(_ attributes: XMLAttributes) throws(RosterFileError) {
        let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
        guard number > row.number, number <= 1_048_576 else { throw failure(.malformed) }
        row = Grid.Row(number: number)
        nextColumn = 0
    }

    private func startCell(_ attributes: XMLAttributes) {
        cell.column = attributes["r"].flatMap { CellReference($0)?.column } ?? nextColumn
        cell.kind = attributes["t"] ?? "n"
        cell.style = book.styles[attributes["s"].flatMap { Int($0) } ?? -1]
        nextColumn = cell.column + 1
        value.removeAll(keepingCapacity: true)
    }

    private func endCell() throws(RosterFileError) {
        let content = cell.kind == "inlineStr" ? inline.take().cell(font: cell.style.legacyFont) : storedValue
        guard let content else { return }
        guard cell.column < book.limits.columns else { throw failure(.tooManyColumns, limit: book.limits.columns) }
        cellCount += 1
        guard cellCount <= book.limits.cells else { throw failure(.tooManyCells, limit: book.limits.cells) }
        textBytes += content.textBytes
        guard textBytes <= book.limits.textBytes else { throw failure(.expandsTooFar, limit: book.limits.textBytes) }
        while row.cells.count <= cell.column { row.cells.append(nil) }
        row.cells[cell.column] = content
    }

    private func endRow() throws(RosterFileError) {
        guard !row.cells.isEmpty else { return }
        guard grid.rows.count < book.limits.rows else { throw failure(.tooManyRows, limit: book.limits.rows) }
        grid.rows.append(row)
    }

    private func merge(_ attributes: XMLAttributes) throws(RosterFileError) {
        guard let range = attributes["ref"].flatMap({ MergedRange($0) }) else { return }
        guard grid.merges.count < book.limits.merges else { throw failure(.malformed) }
        grid.merges.append(range)
    }

    private func failure(_ code: RosterFileError.Code, limit: Int? = nil) -> RosterFileError {
        RosterFileError(code, limit: limit, sheet: grid.name, row: row.number)
    }

    /// What stands in `v`, by the cell's type (ECMA-376 part 1, 18.18.11); a formula's last result stands there too.
    private var storedValue: Cell? {
        let text = String(decoding: value, as: UTF8.self)
        guard !text.isEmpty else { return nil }
        switch cell.kind {
        case "s": return Int(text).flatMap { book.strings[$0] }?.cell(font: cell.style.legacyFont)
        case "b": return .boolean(text == "1")
        case "e": return .error(text)
        case "str":
            var whole = XLSXText()
            whole.append(text, font: nil)
            return whole.cell(font: cell.style.legacyFont)
        case "d": return isoDate(text).map { .date($0) } ?? .text(text)
        default: return number(text)
        }
    }

    private func number(_ text: String) -> Cell {
        guard let number = Double(text), number.isFinite else { return .text(text) }
        guard cell.style.isDate, let date = CivilDate(excelSerial: number, countsFrom1904: book.countsFrom1904) else {
            return .number(number)
        }
        return .date(date)
    }

    private func isoDate(_ text: String) -> CivilDate? {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? CivilDate(year: parts[0], month: parts[1], day: parts[2]) : nil
    }
}
