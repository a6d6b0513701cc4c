/// How well a name matches a query.
enum NameMatch {
    static let highestScore = 15

    /// Nil unless every query word matches a word of the name of its own; else 0…15, more is better.
    ///
    /// 8 for the query's marks, 4 for whole words, 2 for its last word matching the given name, 1 for the order.
    static func score(_ name: ArraySlice<Int32>, by query: [NameWordMatcher]) -> Int? {
        if let inOrder = assignment(of: query[...], in: name, taken: 0, ordered: true) {
            return inOrder.score + 1
        }
        return assignment(of: query[...], in: name, taken: 0, ordered: false)?.score
    }

    private struct Assignment {
        var quality: NameWordMatcher.Quality
        var endsInGivenName: Bool

        var score: Int {
            (quality.contains(.hasSameMarks) ? 8 : 0) + (quality.contains(.isWholeWord) ? 4 : 0)
                + (endsInGivenName ? 2 : 0)
        }
    }

    /// Gives the last query word the last free word that matches, and so on backwards.
    ///
    /// `taken` has a bit per word of the name that another query word has already.
    private static func assignment(
        of query: ArraySlice<NameWordMatcher>, in name: ArraySlice<Int32>, taken: UInt32, ordered: Bool
    ) -> Assignment? {
        guard let matcher = query.last else {
            return Assignment(quality: [.matches, .hasSameMarks, .isWholeWord], endsInGivenName: false)
        }
        var best: Assignment?
        for (position, place) in name.enumerated().reversed() where taken & 1 << position == 0 {
            let quality = matcher.quality(at: place)
            guard quality.contains(.matches) else { continue }
            // In order, the words from here on are closed to the query words before this one.
            let closed: UInt32 = ordered ? ~0 << UInt32(position) : 1 << UInt32(position)
            guard var rest = assignment(of: query.dropLast(), in: name, taken: taken | closed, ordered: ordered) else {
                continue
            }
            rest.quality.formIntersection(quality)
            rest.endsInGivenName = position == name.count - 1
            if rest.score > best?.score ?? -1 { best = rest }
        }
        return best
    }
}
