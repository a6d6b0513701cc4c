/// A document could not be written: the temporary file or the workbook library refused.
package struct DocumentError: Error, Equatable {
    /// What failed, such as `mkstemp` or `workbook_close`.
    package let operation: String
    /// `errno`, or the library's own code.
    package let code: Int32
}
