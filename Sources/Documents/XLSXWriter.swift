internal import CXLSXWriter

/// Writes a workbook through libxlsxwriter, row after row with constant memory.
///
/// The library's failures are kept and thrown by ``finish()``. Not for use by two threads at once.
final class XLSXWriter {
    private let file: UnlinkedFile
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [XLSXFormat: UnsafeMutablePointer<lxw_format>] = [:]
    private var failure: DocumentError?

    init() throws(DocumentError) {
        file = try UnlinkedFile()
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
        workbook = workbook_new_opt(file.path, &options)
        guard workbook != nil else { throw DocumentError(operation: "workbook_new_opt", code: 0) }
    }

    deinit {
        // Closing is the only way to free a workbook.
        if let workbook { workbook_close(workbook) }
    }

    /// Adds a sheet; its rows must be written before the next sheet is added.
    func addSheet(_ name: String) throws(DocumentError) -> XLSXSheetWriter {
        guard let sheet = workbook_add_worksheet(workbook, name) else {
            throw DocumentError(operation: "workbook_add_worksheet", code: 0)
        }
        return XLSXSheetWriter(sheet, of: self)
    }

    /// Closes the workbook and returns its bytes; nothing can be written afterwards.
    func finish() throws(DocumentError) -> [UInt8] {
        check(workbook_close(workbook), "workbook_close")
        workbook = nil
        if let failure { throw failure }
        return try file.contents()
    }

    /// Keeps the first failure.
    func check(_ error: lxw_error, _ operation: String) {
        guard error != LXW_NO_ERROR, failure == nil else { return }
        failure = DocumentError(operation: operation, code: Int32(bitPattern: error.rawValue))
    }

    /// The library's format, made once.
    func format(_ format: XLSXFormat) -> UnsafeMutablePointer<lxw_format>? {
        if let known = formats[format] { return known }
        guard let made = workbook_add_format(workbook) else { return nil }
        format.apply(to: made)
        formats[format] = made
        return made
    }
}
