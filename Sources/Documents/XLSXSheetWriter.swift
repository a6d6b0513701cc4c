internal import CXLSXWriter

/// Writes one sheet from the top down. Texts are written as texts: nothing becomes a number or a formula.
final class XLSXSheetWriter {
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let workbook: XLSXWriter
    /// The next row; the first is 0.
    private(set) var row: UInt32 = 0

    /// Excel's own limit is 32,767 UTF-16 units.
    private static let longestText = 32_000

    init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: XLSXWriter) {
        (self.sheet, self.workbook) = (sheet, workbook)
    }

    /// A4 landscape with the margins of Nghị định 30/2020/NĐ-CP, as wide as one page, page numbers at the top.
    func setUpPage() {
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_set_margins(sheet, 30 / 25.4, 15 / 25.4, 20 / 25.4, 20 / 25.4)
        worksheet_fit_to_pages(sheet, 1, 0)
        workbook.check(worksheet_set_header(sheet, "&C&\"Times New Roman\"&13&P"), "worksheet_set_header")
    }

    /// In characters, from the first column on.
    func setWidths(_ widths: [Double]) {
        for (column, width) in widths.enumerated() {
            let column = lxw_col_t(column)
            workbook.check(worksheet_set_column(sheet, column, column, width, nil), "worksheet_set_column")
        }
    }

    /// Writes one row from the first column on; nil leaves a cell with its format only.
    func append(_ values: [XLSXValue?], _ format: XLSXFormat) {
        for (column, value) in values.enumerated() { write(value, column: lxw_col_t(column), format) }
        row += 1
    }

    /// Writes one row of cells with formats of their own, `height` points high.
    func append(_ cells: [(value: XLSXValue?, format: XLSXFormat)], height: Double) {
        workbook.check(worksheet_set_row(sheet, row, height, nil), "worksheet_set_row")
        for (column, cell) in cells.enumerated() { write(cell.value, column: lxw_col_t(column), cell.format) }
        row += 1
    }

    /// Writes texts that span columns, in one row; then goes to the next.
    func append(_ spans: [XLSXSpan]) {
        for span in spans {
            let (first, last) = (lxw_col_t(span.columns.lowerBound), lxw_col_t(span.columns.upperBound))
            if first == last {
                write(span.number.map { .number($0) } ?? .text(span.text), column: first, span.format)
            } else {
                let text = XLSXSheetWriter.shortened(span.text)
                let error = worksheet_merge_range(sheet, row, first, row, last, text, workbook.format(span.format))
                workbook.check(error, "worksheet_merge_range")
            }
        }
        row += 1
    }

    func skipRow(_ count: UInt32 = 1) {
        row += count
    }

    /// Prints the last written row on top of every page, and keeps it in sight.
    func repeatLastRow() {
        workbook.check(worksheet_repeat_rows(sheet, row - 1, row - 1), "worksheet_repeat_rows")
        worksheet_freeze_panes(sheet, row, 0)
    }

    private func write(_ value: XLSXValue?, column: lxw_col_t, _ format: XLSXFormat) {
        let format = workbook.format(format)
        switch value {
        case .text(let text):
            let text = XLSXSheetWriter.shortened(text)
            workbook.check(worksheet_write_string(sheet, row, column, text, format), "worksheet_write_string")
        case .number(let number):
            workbook.check(worksheet_write_number(sheet, row, column, Double(number), format), "worksheet_write_number")
        case nil: workbook.check(worksheet_write_blank(sheet, row, column, format), "worksheet_write_blank")
        }
    }

    private static func shortened(_ text: String) -> String {
        let text = writable(text)
        return text.utf16.count <= longestText ? text : String(text.prefix(longestText / 8)) + "…"
    }

    /// Without the characters that XML 1.0 (2.2) cannot hold: one of them makes the whole workbook unreadable.
    private static func writable(_ text: String) -> String {
        let isForbidden = { (scalar: Unicode.Scalar) in
            scalar.value == 0xFFFE || scalar.value == 0xFFFF
                || scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar)
        }
        guard text.unicodeScalars.contains(where: isForbidden) else { return text }
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: text.unicodeScalars.filter { !isForbidden($0) })
        return String(kept)
    }
}
