import Attendance

/// What was read from a citizen card, as printed; the number itself is never sent back.
struct CardOutput: Encodable {
    let name: String
    @OrNull var birthDate: String?
    @OrNull var sex: Sex?
    @OrNull var commune: String?
    let warnings: [String]

    init(_ card: CitizenCard) {
        (name, birthDate, sex) = (card.name, card.birth.iso, card.sex)
        commune = card.address
        warnings = card.warnings.map(\.rawValue)
    }

    enum CodingKeys: String, CodingKey {
        case name, sex, commune, warnings
        case birthDate = "birth_date"
    }
}
