/// The letters of the encodings before Unicode, keyed by the Latin letters that stand for them today.
enum LegacyTables {
    /// TCVN3 has small letters with marks from U+00A8 and seven capitals; all other capitals come from the font.
    static let tcvn3 = table(
        from: "¡¢£¤¥¦§¨©ª«¬\u{AD}®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        to: "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")

    /// Windows-1258 has tones as combining marks, and nine letters that Windows-1252 reads otherwise.
    static let windows1258 = table(
        from: "ÌÒÞìòÃãÐðÕõÝý" + "ÀÁÂÈÉÊÍÓÔÙÚàáâèéêíóôùú",
        to: "\u{300}\u{309}\u{303}\u{301}\u{323}ĂăĐđƠơƯư" + "ÀÁÂÈÉÊÍÓÔÙÚàáâèéêíóôùú")

    /// Every letter mapped; nil when one is neither ASCII nor in the table.
    static func mapped(_ scalars: [Unicode.Scalar], by table: [Unicode.Scalar: Unicode.Scalar]) -> String? {
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            guard let letter = scalar.isASCII ? scalar : table[scalar] ?? sign(scalar) else { return nil }
            result.append(letter)
        }
        return String(result)
    }

    /// The text as UTF-8 whose bytes were taken for Windows-1252; nil when the bytes are no UTF-8.
    static func utf8Decoded(_ scalars: [Unicode.Scalar]) -> String? {
        let bytes = scalars.compactMap(windows1252Byte)
        guard bytes.count == scalars.count else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// All other bytes stand for themselves, as in Latin-1.
    private static func windows1252Byte(_ scalar: Unicode.Scalar) -> UInt8? {
        windows1252[scalar] ?? UInt8(exactly: scalar.value)
    }

    /// What Windows-1252 has at 0x80…0x9F, where Latin-1 has control codes; five bytes are undefined.
    private static let windows1252: [Unicode.Scalar: UInt8] = Dictionary(
        uniqueKeysWithValues: zip(
            "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars, 0x80...0x9F))

    /// Typographic signs, which no legacy font changes.
    static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        "‘’“”–—…\u{A0}".unicodeScalars.contains(scalar) ? scalar : nil
    }

    private static func table(from: String, to: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
    }
}
