/// A row of a roster, by which scans made elsewhere name a person.
struct RosterRow: Hashable, Sendable {
    /// Empty for a CSV file.
    let sheet: String
    /// The spreadsheet's own number.
    let row: Int
}
