/// Tables of figures as a workbook.
package enum ReportXLSX {
    /// One sheet for each table, under the title and what the figures were chosen by. Throws ``DocumentError``.
    package static func bytes(
        _ tables: [ReportTable], title: String, subtitle: String
    ) throws(DocumentError) -> [UInt8] {
        let workbook = try XLSXWriter()
        for table in tables {
            let sheet = try workbook.addSheet(table.name)
            sheet.setUpPage()
            sheet.setWidths(widths(table))
            let last = max(1, table.columns.count - 1)
            sheet.append([XLSXSpan(text: title, columns: 0...last, format: .title)])
            sheet.append([XLSXSpan(text: subtitle, columns: 0...last, format: .centredItalic)])
            sheet.skipRow()
            sheet.append(table.columns.map { .text($0) }, .columnTitle)
            sheet.repeatLastRow()
            for row in table.rows { sheet.append(row.map(value), .cell) }
        }
        return try workbook.finish()
    }

    private static func value(_ value: ReportTable.Value) -> XLSXValue? {
        switch value {
        case .text(let text): XLSXValue(text)
        case .number(let number): .number(number)
        }
    }

    /// In characters: texts need room, figures little.
    private static func widths(_ table: ReportTable) -> [Double] {
        table.columns.indices.map { column in
            let isText = table.rows.contains { row in
                guard column < row.count, case .text(let text) = row[column] else { return false }
                return text.count > 12
            }
            return isText ? 36 : 14
        }
    }
}
