extension AdministrativeUnits {
    /// Keeps of several communes of one name those the event points to; each criterion counts only if it leaves some.
    ///
    /// A lone bare name is taken for a commune only when the event lists it.
    func narrowed(_ hits: [Int], by place: WrittenPlace, in area: EventArea) -> [Int] {
        if place.reading == .lone { return hits.filter { area.communes.contains(units[$0].unit) } }
        let reach = AreaReach(area, in: self)
        let criteria: [(Int) -> Bool] = [
            { area.communes.contains(self.units[$0].unit) }, { reach.holds(self.provinceNow(of: $0)) },
            { self.hasMarks(of: place, $0) }, { !reach.above.isDisjoint(with: self.lineage(of: $0)) },
            { reach.isVenueNow(self.restated(self.units[$0].unit)?.unit) },
        ]
        return criteria.reduce(hits) { left, holds in
            guard left.count > 1 else { return left }
            let kept = left.filter(holds)
            return kept.isEmpty ? left : kept
        }
    }

    /// How far hits are from what the event and the writer mean; 0 is nearest. The province weighs more than the marks.
    func distance(of hits: [Int], from place: WrittenPlace, in area: EventArea) -> Int {
        guard let hit = hits.first else { return .max }
        let isOutside = !AreaReach(area, in: self).holds(provinceNow(of: hit))
        return (isOutside ? 2 : 0) + (hasMarks(of: place, hit) ? 0 : 1)
    }

    /// Whether nothing speaks against a commune found by its name: it lies where the event draws its people from, has
    /// the written marks, and no other province has one of that name.
    func isUndoubted(_ index: Int, for place: WrittenPlace, in area: EventArea) -> Bool {
        if place.province != nil { return true }
        let reach = AreaReach(area, in: self)
        guard reach.holds(provinceNow(of: index)) else { return false }
        if place.district != nil { return true }
        guard hasMarks(of: place, index) else { return false }
        return area.communes.contains(units[index].unit) || reach.isInDistrict(lineage(of: index))
            || provinces(with: place).count == 1
    }

    /// The provinces, in the units of today, that have or had a commune of the written kind and name.
    private func provinces(with place: WrittenPlace) -> Set<String?> {
        let named = indices(named: place.commune.key).filter {
            units[$0].level == .commune && hasMarks(of: place, $0)
                && (place.commune.kind == nil || units[$0].kind == place.commune.kind)
        }
        return Set(named.map(provinceNow))
    }

    /// The code of the province a unit lies in since 1 July 2025; nil where the successor is not known.
    func provinceNow(of index: Int) -> String? {
        lineage(of: index).last.flatMap { restated(units[$0].unit)?.unit.code }
    }

    /// Whether the name is spelled with the same marks as the unit's; the place of the tone mark does not matter.
    private func hasMarks(of place: WrittenPlace, _ index: Int) -> Bool {
        let unit = units[index]
        let name = SortKey(String(unit.name.dropFirst(unit.kind.rawValue.count + 1)), by: .fullName)
        return [place.commune.name, place.commune.whole].contains { SortKey($0, by: .fullName) == name }
    }
}
