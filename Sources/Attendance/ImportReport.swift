/// What an import did, or would do, row by row: the answer of the command line and of HTTP.
///
/// Row numbers are the spreadsheet's own. A rejected row never keeps the others out.
package struct ImportReport: Codable, Equatable, Sendable {
    package var imported = 0
    package var updated = 0
    package var unchanged = 0
    package var skipped: [Skipped] = []
    package var duplicates: [Duplicate] = []
    package var rejected: [Rejected] = []
    package var repaired: [Repair] = []
    package var warnings: [Warning] = []

    package init() {}

    /// A row that is no person: column numbers, a section heading, the total, signatures.
    package struct Skipped: Codable, Equatable, Sendable {
        package let row: Int
        /// `column_numbers`, `section_heading`, `total`, `signatures`, `blank`.
        package let why: String
        /// Where the people came from several sheets: rows of two sheets have one number. Nil otherwise.
        package var sheet: String?

        package init(row: Int, why: String, sheet: String? = nil) {
            (self.row, self.why, self.sheet) = (row, why, sheet)
        }
    }

    /// The same person again in the same list.
    package struct Duplicate: Codable, Equatable, Sendable {
        package let row: Int
        /// The row that was taken instead.
        package let of: Int

        package init(row: Int, of: Int) {
            self.row = row
            self.of = of
        }
    }

    /// A row that was meant to be a person and cannot be used.
    package struct Rejected: Codable, Equatable, Sendable {
        package let row: Int
        package let column: String
        /// `missing_name`, `name_too_long`, `unusable_name`.
        package let message: String

        package init(row: Int, column: String, message: String) {
            self.row = row
            self.column = column
            self.message = message
        }
    }

    /// A field that was changed on the way in, shown in the preview.
    package struct Repair: Codable, Equatable, Sendable {
        package let row: Int
        package let column: String
        package let from: String
        package let to: String
        /// Why, as a code: `spaces`, `capitals`, `eth_letter`, `leading_zero`, `nfc`, `tcvn3`, …
        package let why: String

        package init(row: Int, column: String, from: String, to: String, why: String) {
            self.row = row
            self.column = column
            self.from = from
            self.to = to
            self.why = why
        }
    }

    /// A field that could not be read and was left empty, or that somebody should look at.
    package struct Warning: Codable, Equatable, Sendable {
        package let row: Int
        package let field: String
        package let code: String

        package init(row: Int, field: String, code: String) {
            self.row = row
            self.field = field
            self.code = code
        }
    }
}
