/// What an indicator of the programme comes to in one event.
///
/// Compared exactly and rounded only for display: 172 of 345 misses 50 %.
package struct IndicatorResult: Encodable, Equatable, Sendable {
    package let id: String
    package let name: String
    package let unit: String
    /// Nil for a measure that one event's register cannot tell.
    package let numerator: Int?
    /// Only for a share.
    package let denominator: Int?
    package let target: Double?
    package let isMet: Bool?

    enum CodingKeys: String, CodingKey {
        case id, name, unit, numerator, denominator, target
        case isMet = "met"
    }

    init(_ indicator: EventDefinition.Indicator, visitors: [Statistics.Visitor]) {
        (id, name, unit, target) = (indicator.id, indicator.name, indicator.unit, indicator.target)
        (numerator, denominator) = IndicatorResult.fraction(indicator, visitors)
        isMet = IndicatorResult.isMet(numerator: numerator, denominator: denominator, target: target)
    }

    private static func fraction(
        _ indicator: EventDefinition.Indicator, _ visitors: [Statistics.Visitor]
    ) -> (Int?, Int?) {
        switch indicator.measure {
        case "unique_present": (visitors.count, nil)
        case "share": (visitors.count { $0.satisfies(indicator.numerator) }, visitors.count)
        case "distinct_commune_2024": (communes(of: visitors).count, nil)
        case "organisations_present": (Set(visitors.compactMap(\.row.organisation)).count, nil)
        default: (nil, nil)
        }
    }

    private static func communes(of visitors: [Statistics.Visitor]) -> Set<UnitCode> {
        Set(
            visitors.compactMap(\.row.participant.communeUnit).filter {
                $0.snapshot == AdministrativeUnits.districtSnapshot
            })
    }

    private static func isMet(numerator: Int?, denominator: Int?, target: Double?) -> Bool? {
        guard let numerator, let target else { return nil }
        guard let denominator else { return Double(numerator) >= target }
        return denominator > 0 && Double(numerator) * 100 >= target * Double(denominator)
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
