package import Attendance

/// One line of `people.jsonl`: a participant with the enrolment in the bundle's event.
package struct PersonRecord: Codable, Hashable, Sendable {
    package var participant: ID<Participant>
    package var enrolment: ID<Enrolment>
    /// Eight digits.
    package var code: String
    /// The codes that were replaced since, the first one first.
    package var earlierCodes: [String]?
    package var name: String
    /// `1990-03-08`, `1990-03` or `1990`.
    package var birth: String?
    package var sex: Sex?
    package var ethnicity: String?
    package var commune: Commune?
    package var organisation: String?
    package var position: String?
    /// `valid`, `revoked` or `blocked`.
    package var standing: String
    package var walkIn: Bool
    /// The last three digits of the citizen number.
    package var numberSuffix: String?
    /// The citizen number in a sealed box (libsodium `crypto_box_seal`) for the province's key, Base64 with padding.
    package var sealedNumber: String?
    /// What only another box of the event is told.
    package var shared: Shared?

    /// Where the person is from.
    package struct Commune: Codable, Hashable, Sendable {
        /// As the list has it.
        package var name: String?
        /// Five digits, which mean something only together with the snapshot.
        package var code: String?
        /// `2024` or `2025-07`.
        package var snapshot: String?
    }

    /// What a second box's lists show beyond what the province gets.
    package struct Shared: Codable, Hashable, Sendable {
        package var phone: String?
        package var address: String?
        package var note: String?
        package var sheet: String?
        package var row: Int?
        /// The citizen number under the event's key, hexadecimal.
        package var number: String?

        package init() {}
    }

    package init(_ person: Participant, _ enrolment: Enrolment) {
        (participant, self.enrolment) = (person.id, enrolment.id)
        (code, name) = (enrolment.code.digits, person.name)
        (birth, sex, ethnicity) = (person.birth?.iso, person.sex, person.ethnicity)
        let unit = person.communeUnit
        if person.commune != nil || unit != nil {
            commune = Commune(name: person.commune, code: unit?.code, snapshot: unit?.snapshot)
        }
        (standing, walkIn) = (enrolment.standing.rawValue, enrolment.isWalkIn)
        numberSuffix = person.citizenNumberTail
    }

    /// Whether there is a name to know the person by.
    var hasName: Bool { name.contains { !$0.isWhitespace && $0 != "\0" } }
}
