extension VietnameseText {
    /// The key that search and matching compare: no marks, small letters, single spaces, one apostrophe, one hyphen.
    ///
    /// `Đỗ Thị Hoà`, `ĐỖ THỊ HÒA` and `do  thi hoa` have one key. Composed and decomposed text have the same key.
    package static func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            appendFolded(scalar, to: &bytes)
        }
        if bytes.last == space { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let space = UInt8(ascii: " ")

    private static func appendFolded(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if scalar.isASCII {
            appendFoldedASCII(UInt8(truncatingIfNeeded: scalar.value), to: &bytes)
        } else if let letter = LatinBase.letter(of: scalar) {
            bytes.append(letter)
        } else if scalar.properties.isWhitespace {
            appendSpace(to: &bytes)
        } else if let sign = plainSign(scalar) {
            bytes.append(sign)
        } else if !isInvisible(scalar), !isCombiningMark(scalar) {
            bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    private static func appendFoldedASCII(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
        case UInt8(ascii: "`"): bytes.append(UInt8(ascii: "'"))
        case 0...0x20: appendSpace(to: &bytes)
        default: bytes.append(byte)
        }
    }

    private static func appendSpace(to bytes: inout [UInt8]) {
        if let last = bytes.last, last != space { bytes.append(space) }
    }

    /// The curly apostrophes and the long hyphens, as a keyboard types them.
    private static func plainSign(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201B, 0x2BC, 0x2B9, 0x2032, 0xB4: UInt8(ascii: "'")
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        default: nil
        }
    }

    private static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x300..<0x370).contains(scalar.value)
    }

    /// The words of a folded key: runs of letters and digits, so that `h'vi` is `h` and `vi`.
    package static func words(_ key: String) -> [Substring] {
        key.split { !($0.isLetter || $0.isNumber) }
    }

    /// The other spelling of a folded syllable whose only vowel is i or y: `ly` and `li`, `quy` and `qui`.
    ///
    /// Nil where the two letters are different sounds, as in `thuy`.
    package static func otherSpelling(of word: some StringProtocol) -> String? {
        guard let last = word.last, last == "i" || last == "y" else { return nil }
        let onset = word.dropLast()
        guard onset == "qu" || (!onset.isEmpty && onset.allSatisfy { !"aeiouy".contains($0) }) else { return nil }
        return onset + (last == "i" ? "y" : "i")
    }
}
