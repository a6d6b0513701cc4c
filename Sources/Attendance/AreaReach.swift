/// What an event's communes lie in: where people of one commune's name are rather from.
struct AreaReach {
    /// The codes of the provinces since 1 July 2025; empty where nothing is known of the place.
    private let provinces: Set<String>
    /// The district and the province of the venue, as indices into the units.
    let above: Set<Int>
    /// What the venue's commune became on 1 July 2025.
    private let venueNow: UnitCode?
    private let district: Int?

    init(_ area: EventArea, in units: AdministrativeUnits) {
        let venue = area.venue.flatMap(units.index(of:))
        let places = area.communes.compactMap(units.index(of:)) + [venue].compactMap(\.self)
        provinces = Set(places.compactMap(units.provinceNow))
        let lineage = venue.map { units.lineage(of: $0).dropFirst() } ?? []
        above = Set(lineage)
        district = lineage.first { units.units[$0].level == .district }
        venueNow = area.venue.flatMap(units.restated)?.unit
    }

    /// Whether a province is the event's; any is while nothing is known of the event's place.
    func holds(_ province: String?) -> Bool {
        provinces.isEmpty || province.map(provinces.contains) ?? true
    }

    /// Whether a unit became the same one as the venue's.
    func isVenueNow(_ unit: UnitCode?) -> Bool {
        unit != nil && unit == venueNow
    }

    /// Whether a unit lies in the venue's district.
    func isInDistrict(_ lineage: [Int]) -> Bool {
        district.map(lineage.contains) ?? false
    }
}
