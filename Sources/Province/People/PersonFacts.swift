internal import Attendance

/// What tells one participant from another across events, as far as a list has it.
struct PersonFacts: Hashable, Sendable {
    let enrolment: ID<Enrolment>
    let participant: ID<Participant>
    /// Keyed hash of the citizen number; nil where no list has it.
    let numberHash: [UInt8]?
    let foldedName: String
    let birth: BirthDate?
    /// The commune as the list has it: a unit with its snapshot, else the folded name.
    let commune: String?
    /// The same in the units since 1 July 2025, where a unit is known.
    let communeNow: String?

    /// Only people who share it can be one without a number; nil where name, birth or commune is missing.
    ///
    /// It holds the commune as restated, so that lists of both times meet.
    var blockText: String? {
        guard let birth, let communeNow else { return nil }
        return "\(foldedName)|\(birth.year)|\(communeNow)"
    }

    /// Whether nothing that both lists say speaks against one person: equal dates, or a year where one has no more; the
    /// same commune where both name it in units of the same time.
    func agrees(with other: PersonFacts) -> Bool {
        guard let birth, let otherBirth = other.birth, birth.year == otherBirth.year else { return false }
        if birth.day != nil, otherBirth.day != nil, birth != otherBirth { return false }
        guard let commune, let otherCommune = other.commune else { return false }
        return commune == otherCommune || PersonFacts.snapshot(commune) != PersonFacts.snapshot(otherCommune)
    }

    private static func snapshot(_ commune: String) -> Substring? { commune.split(separator: "/").first }
}

extension PersonFacts {
    /// What is told of a person.
    init(_ person: ToldPerson, _ units: AdministrativeUnits) {
        (enrolment, participant, numberHash) = (person.enrolment, person.participant, person.numberHash)
        foldedName = VietnameseText.folded(person.name)
        birth = person.birth.flatMap { BirthDate(iso: $0) }
        let place = PersonPlace(name: person.commune, unit: person.unit, units)
        (commune, communeNow) = (place.text, place.textNow)
    }
}
