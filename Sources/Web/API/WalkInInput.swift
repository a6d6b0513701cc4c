import Attendance
import HTTPServer
import Store

/// The body of `POST /events/{id}/participants`: what somebody at the desk says, or a citizen card's QR line.
struct WalkInInput: Decodable {
    let name: String?
    let card: String?
    let birthYear: Int?
    let birthDate: String?
    let sex: Sex?
    let ethnicity: String?
    let commune: String?
    let organisation: String?
    let position: String?
    let phone: String?
    let consent: Bool?

    enum CodingKeys: String, CodingKey {
        case name, card, sex, ethnicity, commune, organisation, position, phone, consent
        case birthYear = "birth_year"
        case birthDate = "birth_date"
    }

    /// What the person agreed to at the desk; silence is no consent.
    var givenConsent: Consent? {
        consent == true ? Consent(purpose: "attendance", textVersion: "1", method: "desk") : nil
    }

    /// The person to enrol, and the card that was read.
    struct Person: Sendable {
        var entry: RosterEntry
        var card: CitizenCard?
    }

    /// Throws 422 with a pointer to the field that cannot be used.
    func person() throws(Problem) -> Person {
        if let line = cardLine { return try person(ofCard: line) }
        guard let name else { throw .invalid("/name", "is missing") }
        var entry = RosterEntry(sheet: "", row: 0, name: VietnameseText.tidied(try text(name, "/name")))
        entry.birth = try birth()
        entry.sex = sex
        entry.ethnicity = try optional(ethnicity, "/ethnicity")
        entry.commune = try optional(commune, "/commune")
        entry.organisation = try optional(organisation, "/organisation")
        entry.position = try optional(position, "/position")
        entry.phone = try optional(phone, "/phone")
        return Person(entry: entry)
    }

    /// The card's line, also where the scanner typed it into the field of the name: its number is never kept.
    private var cardLine: String? {
        card ?? name.flatMap { if case .card(let line) = ScannedInput($0) { line } else { nil } }
    }

    private func person(ofCard line: String) throws(Problem) -> Person {
        let card: CitizenCard
        do {
            card = try CitizenCard(line: line)
        } catch {
            throw Problem(422, "no_citizen_card", "The line is not of a citizen card.", detail: error.rawValue)
        }
        var entry = RosterEntry(sheet: "", row: 0, name: card.name)
        (entry.birth, entry.sex, entry.address) = (card.birth, card.sex, card.address)
        entry.citizenNumber = card.number.digits
        return Person(entry: entry, card: card)
    }

    private func birth() throws(Problem) -> BirthDate? {
        if let birthDate {
            guard let birth = BirthDate(iso: birthDate) else { throw .invalid("/birth_date", "is no date") }
            return birth
        }
        guard let birthYear else { return nil }
        guard let birth = BirthDate(year: birthYear) else { throw .invalid("/birth_year", "must be 1900 to 2100") }
        return birth
    }

    private func optional(_ value: String?, _ pointer: String) throws(Problem) -> String? {
        guard let value, !value.trimmingSpaces.isEmpty else { return nil }
        return try text(value, pointer)
    }
}
