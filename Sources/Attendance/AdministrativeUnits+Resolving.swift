extension AdministrativeUnits {
    /// Finds the commune a column of a list names: `P. Cao Xanh`, `Xã Tiến Xuân`, `TT Chợ Mới`, `tiến xuân`.
    ///
    /// The written district and province decide first, then the event's own communes and province, then the exact
    /// marks, then the venue's district. Between the snapshots the nearer hit wins, in the area's own if both are.
    /// A hit outside the event's province, by folded marks only, or of a name that several provinces have is likely.
    package func resolve(
        commune: String, district: String? = nil, province: String? = nil, in area: EventArea
    ) -> UnitMatch {
        let place = WrittenPlace(
            commune: WrittenUnit(commune), district: district.flatMap(Self.written),
            province: province.flatMap(Self.written))
        guard !place.commune.key.isEmpty else { return .unknown }
        return firstMatch(of: [place], in: area) ?? looseMatch(of: place, in: area)
    }

    /// Finds the commune in an address or in the name of an office: `UBND phường Nguyễn Du`.
    ///
    /// A commune without the word xã, phường or thị trấn is only likely, unless the whole chain up to the province
    /// is written as on a citizen card.
    package func resolve(address: String, in area: EventArea) -> UnitMatch {
        let places = AddressReadings(address).places
        if let match = firstMatch(of: places, in: area) { return match }
        guard let place = places.first, place.commune.kind != nil else { return .unknown }
        return looseMatch(of: place, in: area)
    }

    private static func written(_ text: String) -> WrittenUnit? {
        let unit = WrittenUnit(text)
        return unit.key.isEmpty ? nil : unit
    }

    private func firstMatch(of places: [WrittenPlace], in area: EventArea) -> UnitMatch? {
        let snapshots = [area.snapshot] + [Self.districtSnapshot, Self.currentSnapshot].filter { $0 != area.snapshot }
        for place in places {
            let found = snapshots.map { narrowed(communes(at: place, snapshot: $0), by: place, in: area) }
                .filter { !$0.isEmpty }
            let distances = found.map { distance(of: $0, from: place, in: area) }
            if let nearest = zip(found, distances).min(by: { $0.1 < $1.1 })?.0 {
                return match(nearest, for: place, in: area)
            }
        }
        return nil
    }

    /// The commune by its name alone, when the kind or the district beside it is wrong: never certain.
    private func looseMatch(of place: WrittenPlace, in area: EventArea) -> UnitMatch {
        let bare = WrittenPlace(commune: WrittenUnit(place.commune.name).withoutKind, reading: .guessed)
        return firstMatch(of: [bare], in: area) ?? .unknown
    }

    private func match(_ hits: [Int], for place: WrittenPlace, in area: EventArea) -> UnitMatch {
        guard hits.count == 1, let hit = hits.first else { return .ambiguous(hits.map { units[$0].unit }) }
        let unit = units[hit].unit
        let isFound = isCertain(unit, for: place, in: area) && isUndoubted(hit, for: place, in: area)
        return isFound ? .found(unit) : .likely(unit)
    }

    private func isCertain(_ unit: UnitCode, for place: WrittenPlace, in area: EventArea) -> Bool {
        if place.reading != .plain {
            // Without districts, commune and province are the whole chain.
            return place.province != nil && unit.snapshot == Self.currentSnapshot
        }
        return place.district != nil || place.province != nil || area.communes.contains(unit)
            || (place.commune.kind != nil && area.communes.isEmpty)
    }

    /// The communes that agree with everything written, in the reading with a kind or else in the one without.
    private func communes(at place: WrittenPlace, snapshot: String) -> [Int] {
        let hits = communes(named: place.commune, at: place, snapshot: snapshot)
        guard hits.isEmpty, place.commune.kind != nil else { return hits }
        return communes(named: place.commune.withoutKind, at: place, snapshot: snapshot)
    }

    private func communes(named commune: WrittenUnit, at place: WrittenPlace, snapshot: String) -> [Int] {
        indices(named: commune.key).filter { index in
            let unit = units[index]
            guard unit.level == .commune, unit.unit.snapshot == snapshot,
                commune.kind == nil || commune.kind == unit.kind
            else { return false }
            return lies(index, in: place.district, level: .district)
                && lies(index, in: place.province, level: .province)
        }
    }

    private func lies(_ index: Int, in written: WrittenUnit?, level: AdministrativeUnit.Level) -> Bool {
        guard let written else { return true }
        return lineage(of: index).contains { units[$0].level == level && names(written, units[$0]) }
    }

    /// Whether the written name is the unit's; people confuse the kinds, so the bare name is enough.
    private func names(_ written: WrittenUnit, _ unit: AdministrativeUnit) -> Bool {
        unit.key == written.key || unit.key == written.withoutKind.key
    }
}
