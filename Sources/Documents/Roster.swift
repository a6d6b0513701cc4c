package import Attendance

/// What a roster file says: the people, what was done to their fields, and the sheets it was found on.
package struct Roster: Sendable {
    /// In the file's order, without rejected rows and without the second row of the same person.
    package var entries: [RosterEntry] = []
    /// Everything but `imported`, `updated` and `unchanged`, which only the store can count.
    package var report = ImportReport()
    /// Every sheet of the file, in its order.
    package var sheets: [Sheet] = []

    package init() {}

    /// A sheet of the file and what it was taken for.
    package struct Sheet: Equatable, Sendable {
        /// Empty for a CSV file.
        package var name: String
        /// The spreadsheet's rows that name the columns; empty where no list of people was found.
        package var headerRows: [Int]
        /// How many entries of the roster come from it.
        package var entries: Int

        package init(name: String, headerRows: [Int] = [], entries: Int = 0) {
            (self.name, self.headerRows, self.entries) = (name, headerRows, entries)
        }
    }
}
