/// What a column of a roster holds. The raw values name columns and fields in the import report.
package enum RosterField: String, Hashable, Sendable, CaseIterable {
    /// STT, the list's own numbering.
    case number
    case name
    /// Họ và chữ đệm, where the given name has a column of its own.
    case familyName = "family_name"
    case givenName = "given_name"
    /// A date or a year.
    case birth = "birth_date"
    case sex
    /// The column Nam: a year, a date or a mark for a man.
    case male
    /// The column Nữ, likewise.
    case female
    case ethnicity
    case position
    case organisation
    /// One column for both, such as "Đơn vị/Địa chỉ".
    case organisationAndAddress = "organisation_and_address"
    case address
    case hamlet
    case commune
    case district
    case province
    case phone
    case citizenNumber = "citizen_number"
    case note
    /// A column that is known and not kept, such as a tax code or the signature.
    case other

    /// Whether a merged cell's value belongs to every row it covers: true of what people share.
    var isShared: Bool {
        switch self {
        case .ethnicity, .position, .organisation, .organisationAndAddress, .address, .hamlet, .commune, .district,
            .province, .note:
            true
        case .number, .name, .familyName, .givenName, .birth, .sex, .male, .female, .phone, .citizenNumber, .other:
            false
        }
    }
}
