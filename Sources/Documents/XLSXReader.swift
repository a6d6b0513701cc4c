/// Reads the sheets of an XLSX workbook (ECMA-376) one after the other.
///
/// Not for use by two threads at once.
package final class XLSXReader {
    /// The sheets in the order of their tabs.
    package let sheets: [Sheet]
    private let archive: ZipArchive
    private let book: XLSXSheet.Book

    /// A tab of the workbook.
    package struct Sheet: Hashable, Sendable {
        package let name: String
        /// Hidden tabs are read only when asked for by name.
        package let isVisible: Bool
        fileprivate let part: String
    }

    /// Reads everything but the sheets; throws ``RosterFileError``.
    package init(_ bytes: [UInt8], limits: FileLimits = FileLimits()) throws(RosterFileError) {
        archive = try ZipArchive(bytes, limits: limits)
        let top = XLSXRelationships(folder: "")
        guard try archive.parse("_rels/.rels", with: top, limits), let main = top.byType["officeDocument"] else {
            throw RosterFileError(archive.contains("EncryptedPackage") ? .passwordProtected : .notXLSX)
        }
        let (folder, file) = XLSXReader.split(main)
        let workbook = XLSXWorkbook(limits: limits)
        let parts = XLSXRelationships(folder: folder)
        guard try archive.parse(main, with: workbook, limits),
            try archive.parse("\(folder)_rels/\(file).rels", with: parts, limits), !workbook.sheets.isEmpty
        else { throw RosterFileError(.notXLSX) }
        book = try XLSXReader.book(of: workbook, parts: parts, in: archive, limits)
        sheets = workbook.sheets.compactMap { sheet in
            parts.targets[sheet.relationship].map { Sheet(name: sheet.name, isVisible: sheet.isVisible, part: $0) }
        }
    }

    /// Reads the cells of one sheet; throws ``RosterFileError``.
    package func grid(of sheet: Sheet) throws(RosterFileError) -> Grid {
        let reader = XLSXSheet(name: sheet.name, book: book)
        guard try archive.parse(sheet.part, with: reader, book.limits) else {
            throw RosterFileError(.malformed, sheet: sheet.name)
        }
        return reader.grid
    }

    private static func book(
        of workbook: XLSXWorkbook, parts: XLSXRelationships, in archive: ZipArchive, _ limits: FileLimits
    ) throws(RosterFileError) -> XLSXSheet.Book {
        let strings = XLSXSharedStrings(limits: limits)
        let styles = XLSXStyles()
        if let part = parts.byType["sharedStrings"] { _ = try archive.parse(part, with: strings, limits) }
        if let part = parts.byType["styles"] { _ = try archive.parse(part, with: styles, limits) }
        return XLSXSheet.Book(
            strings: strings, styles: styles, countsFrom1904: workbook.countsFrom1904, limits: limits)
    }

    /// `xl/workbook.xml` as `xl/` and `workbook.xml`.
    private static func split(_ path: String) -> (folder: String, file: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }
}

extension ZipArchive {
    /// Lets a handler read a whole part; false if there is none of this name.
    fileprivate func parse(
        _ part: String, with handler: any XMLHandler, _ limits: FileLimits
    ) throws(RosterFileError) -> Bool {
        let stream = try XMLStream(handler, limits: limits)
        let isThere = try read(part) { piece throws(RosterFileError) in try stream.feed(piece) }
        if isThere { try stream.finish() }
        return isThere
    }
}
