import Foundation

/// What the program does to Vietnamese text: normal form, search keys, title case, masks.
package enum VietnameseText {
    /// The text in Unicode normal form C: what is stored and counted.
    ///
    /// Text that has no combining mark and nothing rare is returned as it is, without a call into Foundation.
    package static func nfc(_ text: String) -> String {
        text.unicodeScalars.allSatisfy(isSurelyComposed) ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Letters below U+0300, the Vietnamese block and general punctuation stand unchanged in normal form C.
    private static func isSurelyComposed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x300, 0x1E00..<0x1F00, 0x2010..<0x2100: true
        default: false
        }
    }

    /// The text in normal form C with every run of white space as one space, and none at the ends.
    ///
    /// NBSP, tabs and line ends are white space; zero-width characters and soft hyphens are dropped.
    package static func tidied(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in nfc(text).unicodeScalars where !isInvisible(scalar) {
            if scalar.properties.isWhitespace {
                pendingSpace = !scalars.isEmpty
                continue
            }
            if pendingSpace { scalars.append(" ") }
            pendingSpace = false
            scalars.append(scalar)
        }
        return String(scalars)
    }

    /// The text with the Icelandic eth `Ð ð` as the Vietnamese `Đ đ`, which looks the same and is another letter.
    package static func repairedEth(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{D0}": scalars.append("Đ")
            case "\u{F0}": scalars.append("đ")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// Zero-width characters and soft hyphens, which come with text copied from web pages; and the marks that turn the
    /// direction of writing, with which a name could pretend to be another.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
