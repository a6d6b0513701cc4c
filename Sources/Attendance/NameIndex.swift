/// An index of people's names that is searched while the operator types.
///
/// A query word matches the beginning of a name's word, whatever the marks: `le`, `nguyen thi`, `Đào` and the
/// name `Đao`. It holds the words once and a few numbers per person: about 8 MB for 100,000 people.
package struct NameIndex: Sendable {
    private(set) var words = NameWords()
    /// The words of every slot one after the other; a slot is a person as inserted.
    private var slotWords: [Int32] = []
    private var slots: [Slot] = []
    private var slotByID: [Int: Int32] = [:]
    /// Per word the slots that have it, with those of removed people until the next compaction.
    private var postings: [[Int32]] = []

    private struct Slot {
        let id: Int
        let start: Int32
        /// 0 for a removed person.
        var count: Int32
    }

    package init() {}

    package var count: Int { slotByID.count }

    /// Adds a person, or gives a person already there another name.
    package mutating func insert(id: Int, name: String) {
        remove(id: id)
        let start = Int32(slotWords.count)
        let slot = Int32(slots.count)
        for word in NameWords.ofName(name).prefix(16) {
            let place = words.place(of: word)
            if place == postings.count { postings.append([]) }
            slotWords.append(Int32(place))
            if postings[place].last != slot { postings[place].append(slot) }
        }
        slots.append(Slot(id: id, start: start, count: Int32(slotWords.count) - start))
        slotByID[id] = slot
    }

    /// Takes a person out; does nothing for an unknown id.
    package mutating func remove(id: Int) {
        guard let slot = slotByID.removeValue(forKey: id) else { return }
        slots[Int(slot)].count = 0
        if slots.count > 64, slots.count > 2 * slotByID.count { compact() }
    }

    /// The ids of the people whose name matches every word of the query, the best first, at most `limit`.
    ///
    /// Names with the same marks come first, then whole words, then given names, then names in the query's order;
    /// among equals those inserted first.
    package func search(_ query: String, limit: Int) -> [Int] {
        let matchers = NameWords.split(query).prefix(8).map { NameWordMatcher($0, in: words) }
        guard limit > 0, let rarest = matchers.min(by: { people(with: $0) < people(with: $1) }) else { return [] }
        var buckets = [[Int]](repeating: [], count: NameMatch.highestScore + 1)
        for slot in slots(matching: rarest) {
            guard let score = NameMatch.score(wordPlaces(of: slot), by: matchers), buckets[score].count < limit else {
                continue
            }
            buckets[score].append(slot.id)
        }
        return Array(buckets.reversed().joined().prefix(limit))
    }

    /// How many people a query word can find, with repetitions and removed people.
    private func people(with matcher: NameWordMatcher) -> Int {
        matcher.places.reduce(0) { $0 + postings[$1].count }
    }

    /// The people with a matching word, each once.
    private func slots(matching matcher: NameWordMatcher) -> some Sequence<Slot> {
        var seen = [Bool](repeating: false, count: slots.count)
        return matcher.places.lazy.flatMap { postings[$0] }.compactMap { place in
            let slot = slots[Int(place)]
            guard slot.count > 0, !seen[Int(place)] else { return nil }
            seen[Int(place)] = true
            return slot
        }
    }

    private func wordPlaces(of slot: Slot) -> ArraySlice<Int32> {
        slotWords[Int(slot.start)..<Int(slot.start + slot.count)]
    }

    /// Builds the arrays again without the removed people.
    private mutating func compact() {
        var rebuilt = NameIndex()
        for slot in slots where slot.count > 0 {
            rebuilt.insert(id: slot.id, name: wordPlaces(of: slot).map { words.marked[Int($0)] }.joined(separator: " "))
        }
        self = rebuilt
    }
}
