/// Why a file could not be read as a list at all. Nothing of it was imported.
package struct RosterFileError: Error, Equatable {
    package let code: Code
    /// The limit that was passed, in the unit the code names.
    package var limit: Int?
    /// The sheet it happened on.
    package var sheet: String?
    /// The spreadsheet's own row.
    package var row: Int?
    /// For `no_such_sheet` and `no_header`: the sheets there are.
    package var sheets: [String] = []

    package init(_ code: Code, limit: Int? = nil, sheet: String? = nil, row: Int? = nil, sheets: [String] = []) {
        (self.code, self.limit, self.sheet, self.row, self.sheets) = (code, limit, sheet, row, sheets)
    }

    /// The reasons, a closed list; the texts are worded where they are shown.
    package enum Code: String, Sendable, CaseIterable {
        /// The file has no content.
        case empty
        /// Neither a workbook nor text: a picture, a PDF, …
        case unknownFormat = "unknown_format"
        /// A ZIP archive that is no XLSX workbook.
        case notXLSX = "not_xlsx"
        /// The archive ends early or its checksums are wrong.
        case truncated
        /// A workbook saved with a password.
        case passwordProtected = "password_protected"
        /// A workbook of Excel 97–2003 (BIFF).
        case oldXLS = "old_xls"
        /// XML that is not well-formed, or a part the workbook names and does not have.
        case malformed
        /// XML with a document type: it could define entities, which no spreadsheet program writes.
        case forbiddenDoctype = "forbidden_doctype"
        /// Text in no encoding that can be told: neither UTF-8 nor UTF-16 with a byte order mark.
        case badEncoding = "bad_encoding"
        /// A quotation mark that is never closed; `row` is the record it opens in.
        case unclosedQuote = "unclosed_quote"
        /// More than `limit` bytes after inflating.
        case expandsTooFar = "expands_too_far"
        /// More than `limit` rows with content on one sheet.
        case tooManyRows = "too_many_rows"
        /// A value beyond column `limit`.
        case tooManyColumns = "too_many_columns"
        /// More than `limit` cells with content on one sheet.
        case tooManyCells = "too_many_cells"
        /// More than `limit` sheets.
        case tooManySheets = "too_many_sheets"
        /// A cell of more than `limit` bytes of UTF-8.
        case cellTooLong = "cell_too_long"
        /// The named sheet is not in the file.
        case noSuchSheet = "no_such_sheet"
        /// No row names a column of people's names.
        case noHeader = "no_header"
    }
}
