/// The distinct words of all names: as written in small letters, and folded.
struct NameWords: Sendable {
    /// By place, `đào`.
    private(set) var marked: [String] = []
    /// By place, `dao`.
    private(set) var folded: [String] = []
    private var placeByWord: [String: Int] = [:]
    /// Places ordered by the folded word.
    private var ordered: [Int] = []

    /// The words of a name or a query in small letters with their marks.
    static func split(_ text: String) -> [String] {
        VietnameseText.words(VietnameseText.nfc(VietnameseText.repairedEth(text)).lowercased()).map(String.init)
    }

    /// The words of a name: before its own words those with an apostrophe as one, since people leave it out. `H'Ví Niê`
    /// is `hví`, `h`, `ví`, `niê`.
    static func ofName(_ name: String) -> [String] {
        let joined = name.split(whereSeparator: \.isWhitespace).map(String.init)
            .filter { VietnameseText.folded($0).contains("'") }
            .map(split).filter { $0.count > 1 }
        return joined.map { $0.joined() } + split(name)
    }

    /// The place of a word, which is added when it is new.
    mutating func place(of word: String) -> Int {
        if let place = placeByWord[word] { return place }
        let place = marked.count
        let key = VietnameseText.folded(word)
        ordered.insert(place, at: position(of: key))
        marked.append(word)
        folded.append(key)
        placeByWord[word] = place
        return place
    }

    /// The places of the words that begin with the folded key.
    func places(withPrefix key: String) -> ArraySlice<Int> {
        let start = position(of: key)
        return ordered[start...].prefix { folded[$0].hasPrefix(key) }
    }

    /// The places of the words that are the folded key.
    func places(equalTo key: String) -> ArraySlice<Int> {
        places(withPrefix: key).prefix { folded[$0] == key }
    }

    /// Where the first word not before the key stands in the order.
    private func position(of key: String) -> Int {
        ordered.partitioningIndex { folded[$0] >= key }
    }
}
