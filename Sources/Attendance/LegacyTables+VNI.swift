/// VNI for Windows writes a vowel and then a letter for its marks: `aø` is à, `aà` is ầ, `ôø` is ờ.
extension LegacyTables {
    /// The text with every vowel and its mark letter joined; nil when a mark letter follows no vowel.
    static func vniDecoded(_ scalars: [Unicode.Scalar]) -> String? {
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            if let marks = vniMarks[lower(scalar)], let base = result.last, isVNIBase(base) {
                result.append(contentsOf: marks.unicodeScalars)
            } else if let letter = scalar.isASCII ? scalar : vniLetters[scalar] ?? sign(scalar) {
                result.append(letter)
            } else {
                return nil
            }
        }
        return String(result)
    }

    /// The vowels that are followed by a mark letter.
    private static func isVNIBase(_ scalar: Unicode.Scalar) -> Bool {
        "aeouyAEOUYơưƠƯ".unicodeScalars.contains(scalar)
    }

    private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }

    /// Circumflex U+0302, breve U+0306; tones U+0300, U+0309, U+0303, U+0301, U+0323.
    private static let vniMarks: [Unicode.Scalar: String] = [
        "ù": "\u{301}", "ø": "\u{300}", "û": "\u{309}", "õ": "\u{303}", "ï": "\u{323}",
        "â": "\u{302}", "á": "\u{302}\u{301}", "à": "\u{302}\u{300}", "å": "\u{302}\u{309}", "ã": "\u{302}\u{303}",
        "ä": "\u{302}\u{323}",
        "ê": "\u{306}", "é": "\u{306}\u{301}", "è": "\u{306}\u{300}", "ú": "\u{306}\u{309}", "ü": "\u{306}\u{303}",
        "ë": "\u{306}\u{323}",
    ]

    /// The letters that stand alone.
    private static let vniLetters: [Unicode.Scalar: Unicode.Scalar] = [
        "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "Í": "Í", "Ì": "Ì", "Æ": "Ỉ", "Ó": "Ĩ", "Ò": "Ị",
        "ô": "ơ", "ö": "ư", "Ô": "Ơ", "Ö": "Ư", "ñ": "đ", "Ñ": "Đ", "î": "ỵ", "Î": "Ỵ",
    ]
}
