/// One administrative unit of one snapshot, as the table of units holds it.
package struct AdministrativeUnit: Hashable, Sendable {
    package let unit: UnitCode
    /// With the kind in full: `Xã Tiến Xuân`, `Thành phố Hạ Long`.
    package let name: String
    let kind: Kind
    /// The folded name without the kind: what written names are compared with.
    let key: String
    /// Place of the district or province it lies in, in the same table.
    let parent: Int?
    /// What it became on 1 July 2025; nil where that is not known, and in the snapshot of that day.
    let successor: Successor?

    /// How many levels down: two digits name a province, three a district, five a commune.
    package enum Level: Sendable {
        case province
        case district
        case commune
    }

    package var level: Level {
        switch unit.code.utf8.count {
        case 2: .province
        case 3: .district
        default: .commune
        }
    }

    /// The unit's code after the merger, and how far it can be trusted.
    struct Successor: Hashable, Sendable {
        let code: String
        /// The unit was divided; this is where most of it went.
        let isApproximate: Bool
        /// Concluded from the code or the name, not from a decree.
        let isAssumed: Bool
    }
}

extension AdministrativeUnit {
    /// The word before a unit's name.
    enum Kind: String, CaseIterable, Sendable {
        case province = "Tỉnh"
        case city = "Thành phố"
        case urbanDistrict = "Quận"
        case town = "Thị xã"
        case district = "Huyện"
        case ward = "Phường"
        case township = "Thị trấn"
        case commune = "Xã"
        case specialZone = "Đặc khu"

        /// How forms shorten it, in small letters and without the dot.
        var abbreviations: [String] {
            switch self {
            case .province: ["t"]
            case .city: ["tp"]
            case .urbanDistrict: ["q"]
            case .town: ["tx"]
            case .district: ["h"]
            case .ward: ["p"]
            case .township: ["tt"]
            case .commune: ["x"]
            case .specialZone: ["đk", "dk"]
            }
        }

        /// Whether units of this kind are communes, the lowest level.
        var isCommune: Bool {
            switch self {
            case .ward, .township, .commune, .specialZone: true
            case .province, .city, .urbanDistrict, .town, .district: false
            }
        }
    }
}
