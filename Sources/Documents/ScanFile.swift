package import Attendance

/// Reads a file of scans: CSV with the columns seq, sheet, row, session, local_time, direction, method, kiosk.
///
/// The columns may stand in any order; `sheet`, `method` and `kiosk` may be missing.
package struct ScanFile: Sendable {
    /// In the file's order.
    package private(set) var lines: [ScanFileLine] = []
    /// Lines that could not be read: their record, the column, and a code.
    package private(set) var rejected: [ImportReport.Rejected] = []

    /// Throws for a file that is no such list: `no_header` where a needed column is missing.
    package static func read(
        _ bytes: [UInt8], offsetMinutes: Int = VietnamTime.offsetMinutes, limits: FileLimits = .scans
    ) throws(RosterFileError) -> ScanFile {
        guard !bytes.isEmpty else { throw RosterFileError(.empty) }
        guard FileFormat(bytes) == .text else { throw RosterFileError(.unknownFormat) }
        let grid = try CSVReader.grid(bytes, limits: limits)
        guard let columns = Columns(grid.rows.first) else { throw RosterFileError(.noHeader) }
        var file = ScanFile()
        for row in grid.rows.dropFirst() { file.add(row, columns, offsetMinutes) }
        return file
    }

    private mutating func add(_ row: Grid.Row, _ columns: Columns, _ offset: Int) {
        switch columns.line(row, offset) {
        case .success(let line): lines.append(line)
        case .failure(let problem):
            rejected.append(.init(row: row.number, column: problem.column, message: problem.code))
        }
    }

    /// The field that could not be read.
    fileprivate struct Problem: Error {
        let column: String
        /// `missing`, `not_a_number`, `bad_time` or `bad_direction`.
        let code: String
    }

    /// Where the fields stand.
    fileprivate struct Columns {
        private var positions: [String: Int] = [:]

        init?(_ header: Grid.Row?) {
            for (column, cell) in header?.values ?? [] { positions[cell.text.lowercased()] = column }
            let needed = ["seq", "row", "session", "local_time", "direction"]
            guard needed.allSatisfy({ positions[$0] != nil }) else { return nil }
        }

        func line(_ row: Grid.Row, _ offset: Int) -> Result<ScanFileLine, Problem> {
            Result { () throws(Problem) in
                let time = try text("local_time", row)
                guard let occurredAt = Timestamp(localTime: time, offsetMinutes: offset) else {
                    throw Problem(column: "local_time", code: "bad_time")
                }
                return ScanFileLine(
                    record: row.number, seq: Int64(try number("seq", row)), sheet: optional("sheet", row) ?? "",
                    row: try number("row", row), session: try text("session", row), localTime: time,
                    occurredAt: occurredAt, direction: try direction(row), method: optional("method", row),
                    kiosk: optional("kiosk", row))
            }
        }

        private func optional(_ column: String, _ row: Grid.Row) -> String? {
            positions[column].flatMap { row[$0] }?.text
        }

        private func text(_ column: String, _ row: Grid.Row) throws(Problem) -> String {
            guard let text = optional(column, row) else { throw Problem(column: column, code: "missing") }
            return text
        }

        private func number(_ column: String, _ row: Grid.Row) throws(Problem) -> Int {
            guard let number = Int(try text(column, row)), number > 0 else {
                throw Problem(column: column, code: "not_a_number")
            }
            return number
        }

        private func direction(_ row: Grid.Row) throws(Problem) -> Direction {
            switch try text("direction", row).lowercased() {
            case "in", "entry": return .entry
            case "out", "exit": return .exit
            default: throw Problem(column: "direction", code: "bad_direction")
            }
        }
    }
}
