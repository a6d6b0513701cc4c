/// Whether words are possible Vietnamese syllables: onset, vowels with at most one tone, coda.
///
/// Stricter than an alphabet check and far smaller than a dictionary: it tells decoded text from rubbish.
struct VietnameseSyllable {
    private let onset: String
    /// Folded, so that `ươ` and `uô` are both `uo`.
    private let vowels: String
    private let coda: String
    /// 0 for every letter without a tone.
    private let tones: [UInt8]

    /// Whether every word of the text is a possible syllable. Digits and ASCII signs do not count.
    static func areAll(in text: String) -> Bool {
        let words = VietnameseText.nfc(text).split { $0.isWhitespace || $0.isASCII && !$0.isLetter || isQuote($0) }
        return words.allSatisfy { VietnameseSyllable($0)?.isPossible == true }
    }

    private static func isQuote(_ character: Character) -> Bool { "“”‘’–—…".contains(character) }

    /// Nil when a letter is not Vietnamese.
    private init?(_ word: Substring) {
        let lower = Array(word.lowercased().unicodeScalars)
        let letters = lower.compactMap { VietnameseLetter($0) }
        guard letters.count == lower.count, lower.allSatisfy({ $0.isASCII || Self.markedLetters.contains($0) }) else {
            return nil
        }
        let folded = lower.map { $0 == "đ" ? "đ" : VietnameseText.folded(String($0)) }
        var start = folded.firstIndex(where: Self.isVowel) ?? folded.count
        // The u of "qu" and the i of "gi" belong to the onset when a vowel follows them.
        let glide = folded.prefix(start + 1).joined()
        if glide == "qu" || glide == "gi", start + 1 < folded.count, Self.isVowel(folded[start + 1]) { start += 1 }
        let end = folded[start...].firstIndex { !Self.isVowel($0) } ?? folded.count
        onset = folded[..<start].joined()
        vowels = folded[start..<end].joined()
        coda = folded[end...].joined()
        tones = letters.map(\.tone)
    }

    private var isPossible: Bool {
        let marked = tones.filter { $0 > 0 }
        guard Self.onsets.contains(onset), Self.codas.contains(coda), marked.count <= 1 else { return false }
        guard vowels.count == 1 || (coda.isEmpty ? Self.openGroups : Self.closedGroups).contains(vowels) else {
            return false
        }
        // A syllable that stops (c, ch, p, t) is spoken with the tones sắc and nặng only, unless it has no marks at all.
        return !["c", "ch", "p", "t"].contains(coda) || marked.allSatisfy { $0 >= 4 }
    }

    private static func isVowel(_ letter: String) -> Bool { ["a", "e", "i", "o", "u", "y"].contains(letter) }

    private static let markedLetters = Set(
        """
        àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ
        """.unicodeScalars)

    private static let onsets: Set = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q",
        "qu", "r", "s", "t", "th", "tr", "v", "x",
    ]
    private static let codas: Set = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]

    /// Vowels in a row that end a syllable.
    private static let openGroups: Set = [
        "ai", "ao", "au", "ay", "eo", "eu", "ia", "ieu", "iu", "oa", "oai", "oao", "oay", "oe", "oeo", "oi", "ua",
        "uay",
        "ue", "ui", "uo", "uoi", "uou", "uu", "uy", "uya", "uyu", "yeu",
    ]
    /// Vowels in a row before a consonant.
    private static let closedGroups: Set = ["ie", "oa", "oe", "oo", "ua", "ue", "uo", "uy", "uye", "ye"]
}
