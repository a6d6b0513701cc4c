/// What a file may take at most, counted while it is read and never believed from a header.
package struct FileLimits: Sendable {
    /// Bytes of all parts together after inflating.
    package var inflatedBytes = 128 << 20
    /// Bytes of UTF-8 of all texts of one sheet, shared ones counted wherever they stand, and of the shared texts.
    package var textBytes = 48 << 20
    /// Rows with content on one sheet: fifty times the largest event, and an import that the door hardly notices.
    package var rows = 25_000
    /// The last column that may have a value.
    package var columns = 256
    /// Cells with content on one sheet.
    package var cells = 1_000_000
    package var sheets = 200
    /// Bytes of UTF-8 in one cell; Excel itself stops at 32,767 characters.
    package var cellBytes = 4 * 32_767
    /// Rows that were merged with others, on one sheet.
    package var merges = 50_000
    /// Bytes of a tag that is not yet closed: a longer one would be read again and again.
    package var openTagBytes = 1 << 20

    package init() {}
}

extension FileLimits {
    /// A file of scans: a million lines of up to a dozen short fields.
    package static var scans: FileLimits {
        var limits = FileLimits()
        limits.rows = 1_000_000
        limits.cells = 12_000_000
        return limits
    }
}
