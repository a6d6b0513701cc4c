/// Tells the encoding of a text file.
enum TextDecoding {
    /// The text as UTF-8 without byte order mark.
    ///
    /// UTF-16 is read with its mark, which spreadsheets always write. Throws `badEncoding` for anything that is
    /// neither, `unknownFormat` where zero bytes show that it is no text.
    static func utf8(_ bytes: [UInt8]) throws(RosterFileError) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes) { UInt16($1) << 8 | UInt16($0) } }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes) { UInt16($0) << 8 | UInt16($1) } }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard !text.contains(0) else { throw RosterFileError(.unknownFormat) }
        guard String(validating: text, as: UTF8.self) != nil else { throw RosterFileError(.badEncoding) }
        return text
    }

    private static func utf16(
        _ bytes: [UInt8], unit: (UInt8, UInt8) -> UInt16
    ) throws(RosterFileError) -> [UInt8] {
        guard bytes.count % 2 == 0 else { throw RosterFileError(.badEncoding) }
        let units = stride(from: 2, to: bytes.count, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        guard let text = String(validating: units, as: UTF16.self), !units.contains(0) else {
            throw RosterFileError(.badEncoding)
        }
        return Array(text.utf8)
    }
}
