extension RosterHeader {
    /// The rows that name the most columns, among the first hundred with content; nil where none names people.
    ///
    /// A header has one row, or two where cells are merged or all of the second row's texts are titles too.
    /// A title of names alone is a header only if the sheet has that one column.
    init?(in grid: Grid) {
        var best: (header: RosterHeader, score: Int)?
        for row in grid.rows.prefix(100) {
            for header in RosterHeader.candidates(at: row.number, in: grid) {
                guard let score = header.score, score > best?.score ?? 0 else { continue }
                best = (header, score)
            }
        }
        guard let best, best.score > 1 || grid.rows.allSatisfy({ $0.values.count == 1 }) else { return nil }
        self = best.header
    }

    private static func candidates(at row: Int, in grid: Grid) -> [RosterHeader] {
        let one = RosterHeader(rows: row...row, in: grid)
        guard one.columns.count > 1, isSubheader(row + 1, in: grid) else { return [one] }
        return [one, RosterHeader(rows: row...(row + 1), in: grid)]
    }

    /// Whether the row can be the second one of a header: no numbers, and titles only unless cells are merged.
    private static func isSubheader(_ number: Int, in grid: Grid) -> Bool {
        guard let row = grid.row(number) else { return false }
        let isMerged = grid.merges.contains {
            $0.rows.contains(number - 1) && ($0.rows.contains(number) || $0.columns.count > 1)
        }
        return row.values.allSatisfy { _, cell in
            guard case .text(let text) = cell else { return false }
            return isMerged || RosterField(header: text) != nil
        }
    }

    private init(rows: ClosedRange<Int>, in grid: Grid) {
        self.rows = rows
        columns = [:]
        // No header has more; a file made to be slow could.
        let merges = Array(grid.merges.lazy.filter { $0.rows.overlaps(rows) }.prefix(500))
        let width = rows.compactMap { grid.row($0)?.cells.count }.max() ?? 0
        for column in 0..<width {
            let titles = rows.map { RosterHeader.title(row: $0, column: column, in: grid, merges) }
            guard let field = titles.reversed().lazy.compactMap({ $0.flatMap { RosterField(header: $0) } }).first,
                columns[field] == nil
            else { continue }
            columns[field] = column
        }
        separateNames()
    }

    /// "Tên" is the given name where "Họ" has a column of its own.
    private mutating func separateNames() {
        guard columns[.familyName] != nil, columns[.givenName] == nil, let name = columns.removeValue(forKey: .name)
        else { return }
        columns[.givenName] = name
    }

    /// The cell's text, or that of the merged cell it belongs to.
    private static func title(row: Int, column: Int, in grid: Grid, _ merges: [MergedRange]) -> String? {
        if let own = grid.row(row)?[column] { return own.text }
        guard let range = merges.first(where: { $0.contains(row: row, column: column) }) else { return nil }
        return grid.row(range.rows.lowerBound)?[range.columns.lowerBound]?.text
    }
}
