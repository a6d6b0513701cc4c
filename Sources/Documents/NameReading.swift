internal import Attendance

/// Reads a person's name.
enum NameReading {
    /// More characters than any name has; counted in Unicode scalars of normal form C.
    static let longest = 200

    /// The repaired name, or why the row cannot be used.
    enum Result: Equatable {
        case name(String, repairs: [FieldReading<String>.Change])
        /// `name_too_long` or `unusable_name`.
        case unusable(String)
    }

    /// `cells` are the whole name, or family and given name in this order.
    static func read(_ cells: [Cell]) -> Result {
        let stored = cells.map(NameReading.stored).joined(separator: " ")
        guard stored.unicodeScalars.count <= 4 * longest else { return .unusable("name_too_long") }
        var text = cells.map(\.text).joined(separator: " ")
        var repairs: [FieldReading<String>.Change] = []
        if let encoding = cells.lazy.compactMap(\.legacyEncoding).first {
            repairs.append(.init(from: stored, to: text, why: encoding.rawValue))
        } else {
            text = stored
        }
        for (why, step) in steps {
            let next = step(text)
            guard !next.unicodeScalars.elementsEqual(text.unicodeScalars) else { continue }
            repairs.append(.init(from: text, to: next, why: why))
            text = next
        }
        if text.unicodeScalars.count > longest { return .unusable("name_too_long") }
        return isUsable(text, cells) ? .name(text, repairs: repairs) : .unusable("unusable_name")
    }

    /// The text as it stands in the file, spaces included.
    private static func stored(_ cell: Cell) -> String {
        switch cell {
        case .text(let text), .legacyText(_, let text, _): text
        default: cell.text
        }
    }

    private static let steps: [(why: String, apply: @Sendable (String) -> String)] = [
        ("nfc", VietnameseText.nfc), ("spaces", VietnameseText.tidied), ("eth_letter", VietnameseText.repairedEth),
        ("capitals", VietnameseText.titleCased),
    ]

    /// At least one letter, and no replacement or control character.
    private static func isUsable(_ name: String, _ cells: [Cell]) -> Bool {
        let hasError = cells.contains { if case .error = $0 { true } else { false } }
        return !hasError && name.contains(where: \.isLetter)
            && !name.unicodeScalars.contains { $0.value == 0xFFFD || $0.properties.generalCategory == .control }
    }
}

extension Cell {
    /// The encoding the cell's font implied.
    var legacyEncoding: LegacyEncoding? {
        if case .legacyText(_, _, let encoding) = self { encoding } else { nil }
    }
}
