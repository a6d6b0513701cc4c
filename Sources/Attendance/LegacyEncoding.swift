/// How Vietnamese text was encoded before Unicode, seen as the Latin letters a spreadsheet shows for it.
package enum LegacyEncoding: String, Sendable, CaseIterable {
    /// TCVN 5712:1993 (ABC), the fonts `.VnTime`, `.VnArial`: `TrÇn ThÞ`.
    case tcvn3
    /// VNI for Windows, the fonts `VNI-Times`: `Traàn Thò`.
    case vni
    /// Windows-1258 read as Windows-1252: `Trâ\u{300}n` as `TrâÌn`.
    case windows1258
    /// UTF-8 read as Windows-1252: `Nguyá»…n`.
    case utf8AsWindows1252 = "utf8_as_windows1252"

    /// The encoding a cell's font proves; nil for a Unicode font.
    package init?(font: String) {
        let name = font.lowercased()
        if name.hasPrefix(".vn") {
            self = .tcvn3
        } else if name.hasPrefix("vni-") || name.hasPrefix("vni ") {
            self = .vni
        } else {
            return nil
        }
    }

    /// The text in NFC; nil when it has no sign of this encoding or signs the encoding cannot have.
    package func decoded(_ text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains(where: { !$0.isASCII }) else { return nil }
        let decoded: String? =
            switch self {
            case .tcvn3: LegacyTables.mapped(scalars, by: LegacyTables.tcvn3)
            case .vni: LegacyTables.vniDecoded(scalars)
            case .windows1258: LegacyTables.mapped(scalars, by: LegacyTables.windows1258)
            case .utf8AsWindows1252: LegacyTables.utf8Decoded(scalars)
            }
        let composed = decoded.map(VietnameseText.nfc)
        return composed == text ? nil : composed
    }

    /// The text of a cell in this font: certain, so no confirmation is needed.
    ///
    /// The capital fonts (`.VnTimeH`) draw small letters as capitals, so their text is capitals.
    package static func decoded(_ text: String, font: String) -> String? {
        guard let decoded = LegacyEncoding(font: font)?.decoded(text) else { return nil }
        return font.lowercased().hasPrefix(".vn") && font.hasSuffix("H") ? decoded.uppercased() : decoded
    }
}
