/// Tables of figures as one CSV file: the first column of every line names its table.
package enum ReportCSV {
    /// The tables one after the other, each under its own column titles.
    package static func bytes(_ tables: [ReportTable]) -> [UInt8] {
        var writer = CSVWriter()
        for table in tables {
            writer.append([""] + table.columns)
            for row in table.rows { writer.append([table.name] + row.map(text)) }
        }
        return writer.bytes
    }

    private static func text(_ value: ReportTable.Value) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        }
    }
}
