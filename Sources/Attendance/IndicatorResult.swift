/// What an indicator of the programme comes to in one event.
///
/// Compared exactly and rounded only for display: 172 of 345 misses 50 %.
package struct IndicatorResult: Encodable, Equatable, Sendable {
    package let id: String
    package let name: String
    package let unit: String
    /// Nil for a measure that one event's register cannot tell.
    package let numerator: Int?
    /// For a share, and where the registered ones are known.
    package let denominator: Int?
    package let target: Double?
    package let isMet: Bool?

    enum CodingKeys: String, CodingKey {
        case id, name, unit, numerator, denominator, target
        case isMet = "met"
    }

    init(_ indicator: EventDefinition.Indicator, visitors: [Statistics.Visitor], _ counts: OrganisationCounts) {
        (id, name, unit, target) = (indicator.id, indicator.name, indicator.unit, indicator.target)
        (numerator, denominator) = IndicatorResult.fraction(indicator, visitors, counts)
        isMet = IndicatorResult.isMet(
            numerator: numerator, whole: indicator.measure == "share" ? denominator : nil, target: target)
    }

    private static func fraction(
        _ indicator: EventDefinition.Indicator, _ visitors: [Statistics.Visitor], _ counts: OrganisationCounts
    ) -> (Int?, Int?) {
        switch indicator.measure {
        case "unique_present": (visitors.count, nil)
        case "share": (visitors.count { $0.satisfies(indicator.numerator) }, visitors.count)
        case "distinct_commune_2024": (communes(of: visitors).count, nil)
        case "organisations_present":
            (
                counts.organisations.present,
                indicator.denominator == "registered_organisations" ? counts.organisations.registered : nil
            )
        case "wards_present": (counts.wards.present, counts.wards.registered)
        default: (nil, nil)
        }
    }

    private static func communes(of visitors: [Statistics.Visitor]) -> Set<UnitCode> {
        Set(
            visitors.compactMap(\.row.participant.communeUnit).filter {
                $0.snapshot == AdministrativeUnits.districtSnapshot
            })
    }

    /// A share is compared in per cent of the whole, everything else as it is.
    private static func isMet(numerator: Int?, whole: Int?, target: Double?) -> Bool? {
        guard let numerator, let target else { return nil }
        guard let whole else { return Double(numerator) >= target }
        return whole > 0 && Double(numerator) * 100 >= target * Double(whole)
    }
}

extension IndicatorResult {
    /// Every field: `null` where there is nothing to say, never left out.
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(name, forKey: .name)
        try fields.encode(unit, forKey: .unit)
        try fields.encode(numerator, forKey: .numerator)
        try fields.encode(denominator, forKey: .denominator)
        try fields.encode(target, forKey: .target)
        try fields.encode(isMet, forKey: .isMet)
    }
}
