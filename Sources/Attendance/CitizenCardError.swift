/// Why a scanned text with bars is no usable citizen card.
package enum CitizenCardError: String, Error, Equatable, Sendable {
    /// Not the card's QR: too few fields, or VNeID's own code. The card should be scanned, not the app.
    case notACard = "not_a_card"
    /// The first field is not twelve digits.
    case badNumber = "bad_number"
    case badBirthDate = "bad_birth_date"
}
