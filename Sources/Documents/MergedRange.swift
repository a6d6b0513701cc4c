/// Cells shown as one; only the first has a value.
package struct MergedRange: Hashable, Sendable {
    package let rows: ClosedRange<Int>
    package let columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        (self.rows, self.columns) = (rows, columns)
    }

    /// Reads `A1:C2`; nil for anything else and for a single cell.
    package init?(_ text: String) {
        let ends = text.split(separator: ":").compactMap { CellReference($0) }
        guard ends.count == 2, let first = ends.first, let last = ends.last,
            first.row <= last.row, first.column <= last.column
        else { return nil }
        (rows, columns) = (first.row...last.row, first.column...last.column)
    }

    package func contains(row: Int, column: Int) -> Bool {
        rows.contains(row) && columns.contains(column)
    }
}
