/// Who is one person, by what officers decided, one decision after the other.
struct DecidedPeople {
    /// The person who stands for another one: of all who are the same, the one with the lowest number.
    private(set) var sameAs: [Int64: Int64] = [:]
    /// The others, by who stands for them.
    private var members: [Int64: Set<Int64>] = [:]

    /// Remembers a decision: the last word about a pair stands.
    mutating func take(_ decision: PersonDecision.Kind, about one: Int64, and other: Int64) {
        switch decision {
        case .merge: merge(root(one), root(other))
        case .keepApart: separate(max(one, other), from: min(one, other))
        }
    }

    private func root(_ person: Int64) -> Int64 { sameAs[person] ?? person }

    /// Whoever was the same as one of them is now the same as both.
    private mutating func merge(_ one: Int64, _ other: Int64) {
        if one == other { return }
        let (kept, given) = (min(one, other), max(one, other))
        let joined = (members.removeValue(forKey: given) ?? []).union([given])
        members[kept, default: []].formUnion(joined)
        for person in joined { sameAs[person] = kept }
    }

    /// Takes back an earlier merger of the two; others stay with the first one.
    private mutating func separate(_ second: Int64, from first: Int64) {
        guard second != first, root(second) == root(first) else { return }
        members[root(first)]?.remove(second)
        sameAs[second] = nil
    }
}
