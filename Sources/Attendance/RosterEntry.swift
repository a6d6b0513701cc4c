/// One person as a roster file names them, after the repairs that were proposed.
///
/// Only a missing, unusable or over-long name keeps a row out of the roster; any other field that
/// could not be read is nil and has a warning in the report.
package struct RosterEntry: Hashable, Sendable {
    /// The sheet's name, empty for a CSV file.
    package var sheet: String
    /// The spreadsheet's own row number: the first row is 1.
    package var row: Int
    /// Full name in NFC, spaces collapsed, title case where the file had capitals only.
    package var name: String
    package var birth: BirthDate?
    package var sex: Sex?
    /// The official name of the ethnic group where the written one was recognised, else as written.
    package var ethnicity: String?
    package var position: String?
    package var organisation: String?
    /// The address as written: hamlet, commune, district.
    package var address: String?
    /// The commune as written, without district and province.
    package var commune: String?
    /// The unit that `commune` (with the district, the event's area or the address) was resolved to.
    package var communeUnit: UnitCode?
    /// Ten digits with the leading zero.
    package var phone: String?
    /// Twelve digits with the leading zeros.
    package var citizenNumber: String?
    package var note: String?

    package init(sheet: String, row: Int, name: String) {
        self.sheet = sheet
        self.row = row
        self.name = name
    }
}
