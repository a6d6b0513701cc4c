/// A table of figures: one sheet of a workbook, or one part of a CSV file.
package struct ReportTable: Sendable {
    /// At most 31 characters, as the name of a sheet.
    package var name: String
    package var columns: [String]
    package var rows: [[Value]]

    package init(name: String, columns: [String], rows: [[Value]]) {
        (self.name, self.columns, self.rows) = (name, columns, rows)
    }

    /// What stands in a cell.
    package enum Value: Sendable, Equatable, ExpressibleByStringLiteral {
        case text(String)
        case number(Int)

        package init(stringLiteral text: String) {
            self = .text(text)
        }
    }
}
