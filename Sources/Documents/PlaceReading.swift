internal import Attendance

/// Reads organisation, address and commune, which lists put into one column or many.
struct PlaceReading {
    private(set) var organisation: String?
    private(set) var address: String?
    private(set) var commune: String?
    private(set) var communeUnit: UnitCode?
    /// `needs_confirmation`, `ambiguous` or `unknown` for the commune.
    private(set) var warning: String?

    init(_ row: RosterRow, _ resolver: inout CommuneResolver) {
        func text(_ field: RosterField) -> String? { row[field].map { VietnameseText.tidied($0.text) } }
        organisation = text(.organisation)
        address = text(.address)
        commune = text(.commune)
        if let both = row[.organisationAndAddress]?.text { split(both) }
        let match = resolve(district: text(.district), province: text(.province), &resolver)
        communeUnit = match?.unit
        warning = PlaceReading.warning(match)
        commune = commune ?? match?.unit.flatMap(resolver.name)
        let written = [text(.hamlet), commune, text(.district), text(.province)].compactMap(\.self)
        address = address ?? (written.isEmpty ? nil : written.joined(separator: ", "))
    }

    /// The first part is the organisation, unless it is a place already.
    private mutating func split(_ both: String) {
        let lines = both.split { ",;\n\r".contains($0) }.flatMap { $0.split(separator: " - ") }
        let parts = lines.map { VietnameseText.tidied(String($0)) }.filter { !$0.isEmpty }
        guard let first = parts.first else { return }
        let key = VietnameseText.folded(first)
        let startsWithPlace = PlaceReading.placeWords.contains { key.hasPrefix($0) }
        organisation = organisation ?? (startsWithPlace ? nil : first)
        let rest = startsWithPlace ? parts[...] : parts.dropFirst()
        address = address ?? (rest.isEmpty ? nil : rest.joined(separator: ", "))
    }

    private static let placeWords = [
        "thon ", "ban ", "xom ", "ap ", "khu ", "to dan pho", "so ", "xa ", "phuong ", "thi tran ",
    ]

    /// The column says it, else the address, else the office's own name: `UBND phường Nguyễn Du`.
    private func resolve(district: String?, province: String?, _ resolver: inout CommuneResolver) -> UnitMatch? {
        if let commune {
            return resolver.resolve(commune: commune, district: district, province: province)
        }
        if let address { return resolver.resolve(address: address) }
        let office = organisation.map { resolver.resolve(address: $0) }
        return office?.unit == nil ? nil : office
    }

    private static func warning(_ match: UnitMatch?) -> String? {
        switch match {
        case .likely: "needs_confirmation"
        case .ambiguous: "ambiguous"
        case .unknown: "unknown"
        case .found, nil: nil
        }
    }
}
