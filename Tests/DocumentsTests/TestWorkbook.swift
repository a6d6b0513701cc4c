/// Builds small workbooks from the XML of their parts.
struct TestWorkbook {
    var sheets: [(name: String, xml: String)] = []
    var strings: [String] = []
    var styles = ""
    var properties = ""
    var attributes = ""

    /// A workbook of one sheet with the XML of its `sheetData` and what follows it.
    init(_ rows: String, name: String = "Danh sách", after: String = "") {
        sheets = [(name, TestWorkbook.sheet(rows, after: after))]
    }

    /// A sheet of inline texts, from row 1 and column A on; an empty text leaves the cell out.
    init(texts rows: [[String]], name: String = "Danh sách", after: String = "") {
        self.init(TestWorkbook.rows(rows), name: name, after: after)
    }

    static func sheet(_ rows: String, after: String = "") -> String {
        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://x\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
    }

    static func rows(_ rows: [[String]]) -> String {
        rows.enumerated().map { row, texts in
            let cells = texts.enumerated().map { column, text in
                text.isEmpty ? "" : "<c r=\"\(letter(column))\(row + 1)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
            }
            return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
        }.joined()
    }

    private static func letter(_ column: Int) -> String {
        String(UnicodeScalar(UInt8(65 + column)))
    }

    var bytes: [UInt8] {
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relationship(_ id: String, _ type: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(types)/\(type)\" Target=\"\(target)\"/>"
        }
        var zip = StoredZip()
        func add(_ name: String, _ xml: String) { zip.append(name, Array(xml.utf8)) }
        let numbered = sheets.indices.map { $0 + 1 }
        let tabs = Swift.zip(numbered, sheets).map {
            "<sheet name=\"\($1.name)\" sheetId=\"\($0)\" r:id=\"s\($0)\" xmlns:r=\"r\" \(attributes)/>"
        }
        let targets = numbered.map { relationship("s\($0)", "worksheet", "worksheets/sheet\($0).xml") }
        add("_rels/.rels", "<Relationships>\(relationship("d", "officeDocument", "xl/workbook.xml"))</Relationships>")
        add("xl/workbook.xml", "<workbook>\(properties)<sheets>\(tabs.joined())</sheets></workbook>")
        add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships>\(targets.joined())\(relationship("t", "sharedStrings", "sharedStrings.xml"))"
                + "\(relationship("y", "styles", "/xl/styles.xml"))</Relationships>")
        add("xl/sharedStrings.xml", "<sst>\(strings.joined())</sst>")
        add("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")
        for (number, sheet) in Swift.zip(numbered, sheets) { add("xl/worksheets/sheet\(number).xml", sheet.xml) }
        return zip.finished()
    }
}
