internal import Attendance

/// What the cell styles say about values: which show a day, and which font draws them.
final class XLSXStyles: XMLHandler {
    private var dateFormats: Set<Int> = []
    private var fonts: [String?] = []
    private var styles: [Style] = []
    private var section = ""

    /// What matters of a style.
    struct Style {
        var isDate = false
        /// The name of a font from before Unicode.
        var legacyFont: String?
    }

    /// The style with this number; plain if there is none.
    subscript(_ number: Int) -> Style {
        styles.indices.contains(number) ? styles[number] : Style()
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws(RosterFileError) {
        switch name {
        case "fonts", "cellXfs", "cellStyleXfs", "dxfs", "fills", "borders": section = name
        case "numFmt": addFormat(attributes)
        case "font" where section == "fonts": fonts.append(nil)
        case "name" where section == "fonts" && !fonts.isEmpty:
            fonts[fonts.count - 1] = attributes["val"].flatMap { LegacyEncoding(font: $0) == nil ? nil : $0 }
        case "xf" where section == "cellXfs": styles.append(style(attributes))
        default: break
        }
        guard styles.count <= 70_000, fonts.count <= 70_000 else { throw RosterFileError(.malformed) }
    }

    private func addFormat(_ attributes: XMLAttributes) {
        guard let id = attributes["numFmtId"].flatMap({ Int($0) }), XLSXStyles.showsDay(attributes["formatCode"] ?? "")
        else { return }
        dateFormats.insert(id)
    }

    private func style(_ attributes: XMLAttributes) -> Style {
        let format = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        let font = attributes["fontId"].flatMap { Int($0) } ?? -1
        return Style(
            isDate: XLSXStyles.builtInDates.contains(format) || dateFormats.contains(format),
            legacyFont: fonts.indices.contains(font) ? fonts[font] : nil)
    }

    /// The formats every program knows by number (ECMA-376 part 1, 18.8.30), without those of times alone.
    private static let builtInDates = Set(Array(14...17) + [22] + Array(27...31) + [36] + Array(50...54) + [57, 58])

    /// Whether a format code has a day or a year outside quotes and brackets.
    static func showsDay(_ code: String) -> Bool {
        var closing: Character?
        var isEscaped = false
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if let end = closing {
                if character == end { closing = nil }
            } else {
                switch character {
                case "\"": closing = "\""
                case "[": closing = "]"
                case "\\", "_", "*": isEscaped = true
                case "d", "y": return true
                default: break
                }
            }
        }
        return false
    }
}
