internal import Attendance

/// Reads the office's own list of people: XLSX, or text with separators.
package enum RosterFile {
    /// Tells the format by the content, not by a name.
    ///
    /// Without a sheet's name, every visible sheet that has a list of people is read, in the order of the tabs.
    /// Runs for up to a few seconds and needs up to about ten times the file's size in memory, within `limits`.
    package static func read(
        _ bytes: [UInt8], sheet: String? = nil, context: RosterContext, limits: FileLimits = FileLimits()
    ) throws(RosterFileError) -> Roster {
        guard !bytes.isEmpty else { throw RosterFileError(.empty) }
        switch FileFormat(bytes) {
        case .zip: return try readWorkbook(bytes, sheet: sheet, context, limits)
        case .encryptedWorkbook: throw RosterFileError(.passwordProtected)
        case .oldWorkbook: throw RosterFileError(.oldXLS)
        case .other: throw RosterFileError(.unknownFormat)
        case .text:
            var builder = RosterBuilder(context)
            builder.add(try CSVReader.grid(bytes, limits: limits))
            return try builder.finish()
        }
    }

    private static func readWorkbook(
        _ bytes: [UInt8], sheet name: String?, _ context: RosterContext, _ limits: FileLimits
    ) throws(RosterFileError) -> Roster {
        let workbook = try XLSXReader(bytes, limits: limits)
        let named = name.map(VietnameseText.folded)
        let chosen = workbook.sheets.filter { named.map(VietnameseText.folded($0.name).elementsEqual) ?? $0.isVisible }
        guard !chosen.isEmpty || name == nil else {
            throw RosterFileError(.noSuchSheet, sheet: name, sheets: workbook.sheets.map(\.name))
        }
        var builder = RosterBuilder(context)
        for sheet in workbook.sheets {
            if chosen.contains(sheet) {
                builder.add(try workbook.grid(of: sheet))
            } else {
                builder.skip(sheet.name)
            }
        }
        return try builder.finish()
    }
}
