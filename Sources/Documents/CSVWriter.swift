/// Writes text with commas (RFC 4180) that spreadsheets open as it is meant.
///
/// UTF-8 with byte order mark, by which Excel knows the encoding; lines end in CR LF. A comma separates, whatever
/// the reader's locale: programs read it everywhere, and Excel's own import asks.
struct CSVWriter {
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    mutating func append(_ fields: [String?]) {
        for (position, field) in fields.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: CSVWriter.quoted(CSVWriter.harmless(field ?? "")).utf8)
        }
        bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
    }

    /// With an apostrophe before what a spreadsheet would take for a formula or a command.
    ///
    /// Those start with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line break (OWASP, "CSV Injection"),
    /// also behind spaces, which some programs drop. Plain numbers stay as they are.
    static func harmless(_ field: String) -> String {
        let start = field.unicodeScalars.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
        guard let first = start.first, triggers.contains(first), !isNumber(field) else { return field }
        return "'" + field
    }

    private static let triggers: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    private static func isNumber(_ field: String) -> Bool {
        field.utf8.count <= 20 && field.hasPrefix("-") && field.dropFirst().utf8.allSatisfy { (48...57).contains($0) }
            && field.utf8.count > 1
    }

    private static func quoted(_ field: String) -> String {
        let needsQuotes = field.utf8.contains {
            [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13, 9].contains($0) || $0 == UInt8(ascii: ";")
        }
        return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }
}
