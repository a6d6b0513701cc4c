/// The ways an address can be read as commune, district and province, the most telling first.
///
/// `thôn Ví Dụ, xã Tiến Xuân, H. Thạch Thất` says which part is the commune; the card's
/// `Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội` says it by the order of its parts only.
struct AddressReadings {
    let places: [WrittenPlace]

    init(_ address: String) {
        let parts = AddressParts(address).parts.map { WrittenUnit($0) }
            .filter { $0.key != "viet nam" && !$0.key.isEmpty }
        if let commune = parts.lastIndex(where: { $0.kind?.isCommune == true }) {
            places = Self.named(parts[commune], above: Array(parts[(commune + 1)...]))
        } else {
            places = Self.bare(parts)
        }
    }

    private static func named(_ commune: WrittenUnit, above: [WrittenUnit]) -> [WrittenPlace] {
        guard let first = above.first else { return [WrittenPlace(commune: commune)] }
        guard above.count > 1 else {
            return [
                WrittenPlace(commune: commune, district: first), WrittenPlace(commune: commune, province: first),
            ]
        }
        return [
            WrittenPlace(commune: commune, district: first, province: above[1]),
            WrittenPlace(commune: commune, district: first),
        ]
    }

    /// A whole chain up to the province is certain; anything shorter is a guess.
    private static func bare(_ parts: [WrittenUnit]) -> [WrittenPlace] {
        let last = Array(parts.suffix(3).reversed())
        var places: [WrittenPlace] = []
        if last.count == 3 {
            places.append(WrittenPlace(commune: last[2], district: last[1], province: last[0]))
        }
        if last.count >= 2 {
            places.append(WrittenPlace(commune: last[1], district: last[0], reading: .guessed))
            places.append(WrittenPlace(commune: last[1], province: last[0], reading: .guessed))
        }
        return places + last.prefix(1).map { WrittenPlace(commune: $0, reading: .lone) }
    }
}
