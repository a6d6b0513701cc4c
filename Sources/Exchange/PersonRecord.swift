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
    /// The enrolment of the event that this one turned out to be the same person as.
    package var sameAs: ID<Enrolment>?
    /// What the person has agreed to.
    package var consents: [Consent]?
    /// What only another box of the event is told.
    package var shared: Shared?

    /// What somebody has agreed to, and how it was asked.
    package struct Consent: Codable, Hashable, Sendable {
        /// What the data are used for.
        package var purpose: String
        /// Which wording was shown or read aloud.
        package var textVersion: String
        /// `screen`, `read_aloud`, `paper`.
        package var method: String
        /// RFC 3339.
        package var at: String

        package init(purpose: String, textVersion: String, method: String, at: String) {
            (self.purpose, self.textVersion, self.method, self.at) = (purpose, textVersion, method, at)
        }
    }

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
        /// The keyed hash of a card's number by which boxes of the event find the same person, hexadecimal.
        package var numberHash: String?

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

    /// Whether there is a name to know the person by, and a time of each consent.
    var isUsable: Bool {
        name.contains { !$0.isWhitespace && $0 != "\0" }
            && (consents ?? []).allSatisfy { Timestamp(rfc3339: $0.at) != nil }
    }
}
