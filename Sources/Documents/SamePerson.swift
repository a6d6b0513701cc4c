package import Attendance

/// Finds who is in a list already: the same citizen number, or, where one of the two lacks it, the same folded
/// name, birth date (or year) and commune. Phones are shared in families and never decide.
package struct SamePerson {
    private var byCitizenNumber: [String: Int] = [:]
    private var byNameAndYear: [NameAndYear: [(position: Int, traits: Traits)]] = [:]
    private var count = 0

    package init() {}

    /// The position, in the order of adding, of the entry that names the same person; nil if there is none or if
    /// several could be meant.
    package func position(of entry: RosterEntry) -> Int? {
        if let number = entry.citizenNumber, let position = byCitizenNumber[number] { return position }
        guard let key = NameAndYear(entry), let candidates = byNameAndYear[key] else { return nil }
        let traits = Traits(entry)
        // No commune has as many; a file made to be slow could.
        let likely = candidates.prefix(200).filter { $0.traits.canBeSame(as: traits) }
        return likely.count == 1 ? likely.first?.position : nil
    }

    /// Adds an entry; its position is the number of entries before it.
    package mutating func append(_ entry: RosterEntry) {
        if let key = NameAndYear(entry) { byNameAndYear[key, default: []].append((count, Traits(entry))) }
        if let number = entry.citizenNumber { byCitizenNumber[number] = count }
        count += 1
    }

    /// What two entries of one person have in common at least; nil without a birth year.
    private struct NameAndYear: Hashable {
        let name: String
        let year: Int

        init?(_ entry: RosterEntry) {
            guard let birth = entry.birth else { return nil }
            (name, year) = (VietnameseText.folded(entry.name), birth.year)
        }
    }

    /// What else decides between two entries of one name and year of birth.
    private struct Traits {
        let hasNumber: Bool
        /// Nil where only the year or month is known.
        let birthday: BirthDate?
        let unit: UnitCode?
        let commune: String?

        init(_ entry: RosterEntry) {
            hasNumber = entry.citizenNumber != nil
            birthday = entry.birth.flatMap { $0.day == nil ? nil : $0 }
            (unit, commune) = (entry.communeUnit, entry.commune.map(VietnameseText.folded))
        }

        func canBeSame(as other: Traits) -> Bool {
            guard !hasNumber || !other.hasNumber else { return false }
            if let birthday, let day = other.birthday, birthday != day { return false }
            if let unit, let otherUnit = other.unit { return unit == otherUnit }
            // Where neither says where it is from, only the whole date is enough.
            if commune == nil, other.commune == nil { return birthday != nil && other.birthday != nil }
            return commune == other.commune
        }
    }
}
