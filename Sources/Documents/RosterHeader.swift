/// Where a sheet names its columns, and what they hold.
struct RosterHeader {
    /// The spreadsheet's own rows.
    var rows: ClosedRange<Int>
    var columns: [RosterField: Int]

    /// How well the rows name the columns of a list of people; nil without a column of names.
    var score: Int? {
        let hasNames = columns[.name] != nil || (columns[.familyName] != nil && columns[.givenName] != nil)
        return hasNames ? columns.keys.count { $0 != .other } : nil
    }
}
