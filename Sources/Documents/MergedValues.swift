internal import Attendance

/// Finds the value of a cell that is merged with cells above it.
struct MergedValues {
    private let grid: Grid
    /// Ranges of more than one row by their columns, ordered by their first row.
    private var ranges: [Int: [MergedRange]] = [:]

    init(_ grid: Grid, columns: some Sequence<Int>) {
        self.grid = grid
        let tall = grid.merges.filter { $0.rows.count > 1 }
        for column in columns {
            ranges[column] = tall.filter { $0.columns.contains(column) }
                .sorted { $0.rows.lowerBound < $1.rows.lowerBound }
        }
    }

    /// The value that covers the cell, nil if it is not merged with a row above.
    func value(row: Int, column: Int) -> Cell? {
        guard let ranges = ranges[column] else { return nil }
        let position = ranges.partitioningIndex { $0.rows.lowerBound > row } - 1
        guard position >= 0, ranges[position].rows.contains(row) else { return nil }
        return grid.row(ranges[position].rows.lowerBound)?[ranges[position].columns.lowerBound]
    }
}
