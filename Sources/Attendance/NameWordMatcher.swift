/// How one word of a query matches each word of an index.
struct NameWordMatcher {
    /// The words that match at all.
    let places: [Int]
    /// By place; empty for a word that does not match.
    private let quality: [Quality]

    /// How well a word matches.
    struct Quality: OptionSet {
        let rawValue: UInt8
        static let matches = Quality(rawValue: 1)
        static let hasSameMarks = Quality(rawValue: 2)
        static let isWholeWord = Quality(rawValue: 4)
    }

    init(_ word: String, in words: NameWords) {
        let key = VietnameseText.folded(word)
        let other = VietnameseText.otherSpelling(of: key).map { Array(words.places(equalTo: $0)) } ?? []
        places = Array(words.places(withPrefix: key)) + other
        var quality = [Quality](repeating: [], count: words.marked.count)
        for place in places {
            quality[place] = .matches
            if words.marked[place].hasPrefix(word) { quality[place].insert(.hasSameMarks) }
            if words.folded[place].utf8.count == key.utf8.count { quality[place].insert(.isWholeWord) }
        }
        self.quality = quality
    }

    func quality(at place: Int32) -> Quality { quality[Int(place)] }
}
