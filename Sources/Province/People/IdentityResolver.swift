internal import Attendance

/// Decides who is who among people of one block: same folded name, birth year and commune.
///
/// One citizen number is one person. Where one list lacks it, the same name, birth date (or year) and commune is the
/// same person, if that is exactly one; between two who fit, an officer decides. The answer depends on who is there and
/// not on who came first.
struct IdentityResolver {
    private let people: [PersonFacts]
    private let numbered: [PersonFacts]

    init(_ people: [PersonFacts]) {
        self.people = people
        numbered = people.filter { $0.numberHash != nil }
    }

    /// The text of everybody's identity, by enrolment.
    var identities: [ID<Enrolment>: String] {
        Dictionary(people.map { ($0.enrolment, identity(of: $0)) }) { first, _ in first }
    }

    private func identity(of person: PersonFacts) -> String {
        if let number = person.numberHash { return IdentityResolver.text(number) }
        guard person.blockText != nil else { return IdentityResolver.alone(person) }
        let numbers = Set(numbered.filter { $0.agrees(with: person) }.compactMap(\.numberHash))
        switch numbers.count {
        case 0: return IdentityResolver.text(fullest(person))
        case 1: return numbers.first.map(IdentityResolver.text) ?? IdentityResolver.alone(person)
        default: return IdentityResolver.text(person)
        }
    }

    /// Somebody known by the year alone is the one with a full date who fits, if there is exactly one.
    private func fullest(_ person: PersonFacts) -> PersonFacts {
        guard person.birth?.day == nil else { return person }
        let dated = people.filter { $0.numberHash == nil && $0.birth?.day != nil && $0.agrees(with: person) }
        return Set(dated.map(\.birth)).count == 1 ? dated.first ?? person : person
    }

    private static func text(_ number: [UInt8]) -> String {
        "number|" + number.map { String($0) }.joined(separator: ".")
    }

    private static func text(_ person: PersonFacts) -> String {
        "name|\(person.foldedName)|\(person.birth?.iso ?? "")|\(person.communeNow ?? "")"
    }

    /// Too little is known: nobody else is this person until an officer says so.
    private static func alone(_ person: PersonFacts) -> String { "alone|\(person.participant)" }
}
