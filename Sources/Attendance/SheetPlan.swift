/// How a list of people is shared out among paper sheets.
package enum SheetPlan {
    /// A row number has two digits.
    package static let mostRows = 99

    /// How many rows each sheet has: as few sheets as possible, and about equally long ones.
    package static func rowCounts(for people: Int) -> [Int] {
        guard people > 0 else { return [] }
        let sheets = (people + mostRows - 1) / mostRows
        return (0..<sheets).map { people * ($0 + 1) / sheets - people * $0 / sheets }
    }
}
