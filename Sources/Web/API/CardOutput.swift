import Attendance

/// What was read from a citizen card, as printed; the number itself is never sent back.
struct CardOutput: Encodable {
    /// Null where no letter of it came through.
    @OrNull var name: String?
    let birthDate: String
    let sex: Sex
    let commune: String
    /// The commune in the units since 1 July 2025.
    @OrNull var communeNow: String?
    private(set) var warnings: [String]

    /// Below this age a parent or guardian agrees as well (Law 91/2025/QH15; children by Decree 13/2023/NĐ-CP).
    private static let adultAge = 16

    init(_ card: CitizenCard, communeNow: String?, on day: CivilDate?) {
        (birthDate, sex, commune) = (card.birth.iso, card.sex, card.address)
        (name, self.communeNow) = (card.name, communeNow)
        let isMinor = day.map { card.birth.age(on: $0) < Self.adultAge } ?? false
        warnings = card.warnings.map(\.rawValue) + (isMinor ? ["minor"] : [])
    }

    /// Whether the number is on the list under another name or year of birth.
    var isOther: Bool { warnings.contains(Self.otherPerson) }

    private static let otherPerson = "other_person"

    /// Warns where the person who has the card's number is called otherwise, or was born in another year.
    mutating func compare(_ card: CitizenCard, with person: Participant) {
        if !isOther, !card.agrees(with: person) { warnings.append(Self.otherPerson) }
    }

    enum CodingKeys: String, CodingKey {
        case name, sex, commune, warnings
        case birthDate = "birth_date"
        case communeNow = "commune_now"
    }
}
