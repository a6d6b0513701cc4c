extension AdministrativeUnits {
    /// Keeps of several communes of one name those the event points to; each criterion counts only if it leaves some.
    ///
    /// A lone bare name is taken for a commune only when the event lists it.
    func narrowed(_ hits: [Int], by place: WrittenPlace, in area: EventArea) -> [Int] {
        if place.reading == .lone { return hits.filter { area.communes.contains(units[$0].unit) } }
        let venue = area.venue.flatMap(index(of:)).map { lineage(of: $0).dropFirst() } ?? []
        let criteria: [(Int) -> Bool] =
            [{ area.communes.contains(self.units[$0].unit) }]
            + venue.map { above in { self.lineage(of: $0).contains(above) } }
            + [{ self.hasMarks(of: place, $0) }]
        return criteria.reduce(hits) { left, holds in
            guard left.count > 1 else { return left }
            let kept = left.filter(holds)
            return kept.isEmpty ? left : kept
        }
    }

    /// Whether the name is spelled with the same marks as the unit's.
    private func hasMarks(of place: WrittenPlace, _ index: Int) -> Bool {
        let name = units[index].name.lowercased()
        return name.hasSuffix(" " + place.commune.name.lowercased())
    }
}
