import Attendance
import Store

/// The body of `POST /events/{id}/participants`: what somebody at the desk says, or a citizen card's QR line with what was
/// typed beside it, which counts more.
struct WalkInInput: Decodable {
    let name: String?
    let card: String?
    let birthYear: Int?
    let birthDate: String?
    let sex: Sex?
    let ethnicity: String?
    let commune: String?
    /// As printed on a card that the desk read itself.
    let address: String?
    let organisation: String?
    let position: String?
    let phone: String?
    let consent: Bool?
    /// Whether the desk read the fields from a card while the box was away; it keeps no number.
    let isFromCard: Bool?
    /// Whom the operator has recognised.
    let participantID: String?

    enum CodingKeys: String, CodingKey {
        case name, card, sex, ethnicity, commune, address, organisation, position, phone, consent
        case birthYear = "birth_year"
        case birthDate = "birth_date"
        case isFromCard = "from_card"
        case participantID = "participant_id"
    }

    /// What the person agreed to at the desk; silence is no consent. With a card another sentence is read aloud.
    var givenConsent: Consent? {
        guard consent == true else { return nil }
        return cardLine != nil || isFromCard == true
            ? Consent(purpose: "attendance", textVersion: "card-1", method: "read_aloud")
            : Consent(purpose: "attendance", textVersion: "1", method: "desk")
    }

    /// The person that the operator has recognised; 422 for text that is no id.
    func confirmed() throws(Problem) -> ID<Participant>? {
        guard let participantID else { return nil }
        guard let id = ID<Participant>(participantID) else { throw .invalid("/participant_id", "is no id") }
        return id
    }

    /// The person to enrol, and the card that was read.
    struct Person: Sendable {
        var entry: RosterEntry
        var card: CitizenCard?
    }

    /// Throws 422 with a pointer to the field that cannot be used.
    ///
    /// `latest` is the year of the event, which somebody typed: the box's clock may be wrong.
    func person(bornBy latest: Int?) throws(Problem) -> Person {
        let card = try cardLine.map(CardInput.read)
        guard let written = typedName ?? card?.name else { throw .invalid("/name", "is missing") }
        let name = try text(written, "/name")
        var entry = card?.entry ?? RosterEntry(sheet: "", row: 0, name: name)
        entry.name = name
        if card == nil {
            (entry.birth, entry.sex) = (try birth(by: latest ?? 2100), sex)
            entry.address = try optionalText(address, "/address")
        }
        entry.ethnicity = try optionalText(ethnicity, "/ethnicity")
        entry.commune = try optionalText(commune, "/commune")
        entry.organisation = try optionalText(organisation, "/organisation")
        entry.position = try optionalText(position, "/position")
        entry.phone = try phoneNumber()
        return Person(entry: entry, card: card)
    }

    /// What somebody typed; nil where the scanner typed a card's line into the field.
    private var typedName: String? {
        card != nil || cardLine == nil ? name : nil
    }

    /// The card's line, also where the scanner typed it into the field of the name: its number is never kept.
    private var cardLine: String? {
        card ?? name.flatMap { if case .card(let line) = ScannedInput($0) { line } else { nil } }
    }

    private func birth(by latest: Int) throws(Problem) -> BirthDate? {
        if let birthDate {
            guard let birth = BirthDate(iso: birthDate) else { throw .invalid("/birth_date", "is no date") }
            guard birth.year <= latest else { throw .invalid("/birth_date", "must be in 1900 to \(latest)") }
            return birth
        }
        guard let birthYear else { return nil }
        guard let birth = BirthDate(year: birthYear), birthYear <= latest else {
            throw .invalid("/birth_year", "must be 1900 to \(latest)")
        }
        return birth
    }

    private func phoneNumber() throws(Problem) -> String? {
        guard let written = try optionalText(phone, "/phone") else { return nil }
        guard PhoneNumber.isShape(written) else { throw .invalid("/phone", "is no telephone number") }
        return PhoneNumber.national(written) ?? written
    }
}
