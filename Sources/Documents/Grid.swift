internal import Attendance

/// One sheet as rows of cells: what XLSX and CSV have in common.
package struct Grid: Sendable {
    /// Empty for a CSV file.
    package var name: String
    /// Rows with content, by rising number.
    package var rows: [Row] = []
    package var merges: [MergedRange] = []

    package init(name: String) {
        self.name = name
    }

    /// A row that has at least one value.
    package struct Row: Sendable {
        /// The spreadsheet's own number: the first row is 1.
        package var number: Int
        /// By column, the first is 0; the last one has a value.
        package var cells: [Cell?]

        package init(number: Int, cells: [Cell?] = []) {
            (self.number, self.cells) = (number, cells)
        }

        /// Nil for an empty cell and beyond the last one.
        package subscript(column: Int) -> Cell? {
            cells.indices.contains(column) ? cells[column] : nil
        }

        /// The column and value of every cell with content.
        package var values: [(column: Int, cell: Cell)] {
            cells.enumerated().compactMap { column, cell in cell.map { (column, $0) } }
        }
    }

    /// The row with this number, nil if it is empty.
    package func row(_ number: Int) -> Row? {
        let position = rows.partitioningIndex { $0.number >= number }
        return position < rows.count && rows[position].number == number ? rows[position] : nil
    }
}
