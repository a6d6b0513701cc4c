/// What the QR code of a citizen card says, of both generations (CCCD of 2021, Căn cước of July 2024).
///
/// The former number, and the parents' names on a child's card, are never read. Nothing of it is stored as a line.
package struct CitizenCard: Equatable, Sendable {
    package let number: CitizenNumber
    /// Title case with marks, in NFC; nil where it was lost on the way.
    package let name: String?
    package let birth: BirthDate
    package let sex: Sex
    /// Hamlet, commune, district, province as on the card; cards keep naming districts that no longer exist.
    package let address: String
    package let issued: CivilDate?
    /// What an operator should look at. None of it makes the card unusable.
    package let warnings: [Warning]

    /// A contradiction on the card.
    package enum Warning: String, Sendable {
        /// The number says another sex than the card.
        case sexMismatch = "sex_mismatch"
        /// The number says another year of birth than the card.
        case birthMismatch = "birth_mismatch"
        /// The number's first three digits are no province: a person registered abroad.
        case unknownProvince = "unknown_province"
        /// The sex is not readable and was taken from the number.
        case unreadableSex = "unreadable_sex"
        /// The date of issue is missing or no date.
        case unreadableIssueDate = "unreadable_issue_date"
        /// No letter of the name came through: somebody has to type it.
        case missingName = "missing_name"
        /// Letters were lost on the way, as with a scanner that types through a keyboard.
        case lostLetters = "lost_letters"
    }
}
