/// What a row below the header is.
enum RosterRowKind: Equatable {
    case person
    /// Meant to be a person, and the name is missing.
    case nameless
    case skipped(Reason)

    /// Why a row is no person; the raw values are those of the import report.
    enum Reason: String {
        case columnNumbers = "column_numbers"
        case sectionHeading = "section_heading"
        case total
        case signatures
        case blank
    }
}
