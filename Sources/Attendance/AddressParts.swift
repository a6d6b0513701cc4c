/// An address cut into its parts: at commas, line ends and lone dashes, and before a word such as `xã` or `huyện`.
struct AddressParts {
    private(set) var parts: [String] = []

    init(_ address: String) {
        let pieces = VietnameseText.nfc(address).split { ",;()/".contains($0) || $0.isNewline }
        for piece in pieces {
            let words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
            for run in words.split(whereSeparator: { $0 == "-" || $0 == "–" }) {
                append(Array(run))
            }
        }
    }

    /// Adds the words as one part, or as several when a unit's kind stands among them: `UBND phường Nguyễn Du`.
    private mutating func append(_ words: [String]) {
        var part: [String] = []
        for (place, word) in words.enumerated() {
            if Self.startsUnit(words, at: place), !part.isEmpty {
                parts.append(part.joined(separator: " "))
                part = []
            }
            part.append(word)
        }
        parts.append(part.joined(separator: " "))
    }

    private static func startsUnit(_ words: [String], at place: Int) -> Bool {
        let word = words[place].lowercased()
        let next = place + 1 < words.count ? words[place + 1].lowercased() : ""
        let previous = place > 0 ? words[place - 1].lowercased() : ""
        // A cooperative is a "hợp tác xã", society is "xã hội", and a "thị xã" starts at its first word.
        if word == "xã" { return !["tác", "thị", ""].contains(previous) && next != "hội" }
        return ["phường", "huyện", "quận", "tỉnh", "tp", "tx"].contains(word)
            || ["thị xã", "thị trấn", "thành phố", "đặc khu"].contains("\(word) \(next)")
            || ["p.", "x.", "h.", "q.", "tp.", "tx.", "tt."].contains { word.hasPrefix($0) }
    }
}
