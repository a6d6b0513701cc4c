/// Reads text with separators (RFC 4180, and what spreadsheets make of it) as one sheet.
package struct CSVReader {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private let limits: FileLimits
    private var position = 0
    private var cellCount = 0

    /// Splits the text into records; the first is row 1, and a line break inside quotes does not start a record.
    ///
    /// The separator is whichever of `;`, `,` and tab the first lines have most of outside quotes.
    /// Throws ``RosterFileError``.
    package static func grid(_ bytes: [UInt8], limits: FileLimits = FileLimits()) throws(RosterFileError) -> Grid {
        let text = try TextDecoding.utf8(bytes)
        var reader = CSVReader(bytes: text, delimiter: CSVReader.delimiter(of: text), limits: limits)
        var grid = Grid(name: "")
        var number = 0
        while let fields = try reader.record(number: number + 1) {
            number += 1
            guard !fields.isEmpty else { continue }
            guard grid.rows.count < limits.rows else { throw RosterFileError(.tooManyRows, limit: limits.rows) }
            grid.rows.append(Grid.Row(number: number, cells: fields))
        }
        return grid
    }

    private init(bytes: [UInt8], delimiter: UInt8, limits: FileLimits) {
        (self.bytes, self.delimiter, self.limits) = (bytes, delimiter, limits)
    }

    /// The next record without empty fields at its end; nil after the last one.
    private mutating func record(number: Int) throws(RosterFileError) -> [Cell?]? {
        guard position < bytes.count else { return nil }
        var fields: [Cell?] = []
        var column = 0
        repeat {
            guard let cell = try field(row: number) else {
                column += 1
                continue
            }
            guard column < limits.columns else { throw failure(.tooManyColumns, limits.columns, number) }
            while fields.count < column { fields.append(nil) }
            fields.append(cell)
            column += 1
        } while takeDelimiter()
        takeLineEnd()
        return fields
    }

    /// The next field, its quotes taken off; nil if it is empty.
    private mutating func field(row: Int) throws(RosterFileError) -> Cell? {
        let content = byte == CSVReader.quote ? try quotedField(row: row) : plainField()
        guard content.count <= limits.cellBytes else { throw failure(.cellTooLong, limits.cellBytes, row) }
        let text = String(decoding: content, as: UTF8.self)
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        cellCount += 1
        guard cellCount <= limits.cells else { throw failure(.tooManyCells, limits.cells, row) }
        return .text(text)
    }

    private mutating func plainField() -> ArraySlice<UInt8> {
        let start = position
        while let byte, byte != delimiter, !CSVReader.isLineEnd(byte) { position += 1 }
        return bytes[start..<position]
    }

    /// A doubled quote stands for one; text after the closing quote belongs to the field.
    private mutating func quotedField(row: Int) throws(RosterFileError) -> ArraySlice<UInt8> {
        var content: [UInt8] = []
        position += 1
        while let byte {
            position += 1
            guard byte == CSVReader.quote else {
                content.append(byte)
                continue
            }
            guard self.byte == CSVReader.quote else { return ArraySlice(content + plainField()) }
            content.append(byte)
            position += 1
        }
        throw RosterFileError(.unclosedQuote, row: row)
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func takeDelimiter() -> Bool {
        guard byte == delimiter else { return false }
        position += 1
        return true
    }

    private mutating func takeLineEnd() {
        if byte == CSVReader.carriageReturn { position += 1 }
        if byte == CSVReader.lineFeed { position += 1 }
    }

    private func failure(_ code: RosterFileError.Code, _ limit: Int, _ row: Int) -> RosterFileError {
        RosterFileError(code, limit: limit, row: row)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

    /// Counted outside quotes in the first 64 kB; a comma where there is none of the three.
    private static func delimiter(of text: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [UInt8(ascii: ","): 0, UInt8(ascii: ";"): 0, UInt8(ascii: "\t"): 0]
        var isQuoted = false
        for byte in text.prefix(64 << 10) {
            if byte == quote { isQuoted.toggle() }
            if !isQuoted { counts[byte]? += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
    }
}
