internal import Attendance

/// Reads the sex, from a column of its own or from the two columns Nam | Nữ.
enum SexReading {
    /// The warning is `bad_sex`, or `both_sexes` where both columns have a value.
    static func read(_ row: RosterRow) -> FieldReading<Sex> {
        switch (row[.male], row[.female]) {
        case (.some, .some): return FieldReading(warning: "both_sexes")
        case (.some, nil): return FieldReading(.male)
        case (nil, .some): return FieldReading(.female)
        case (nil, nil): break
        }
        guard let cell = row[.sex] else { return FieldReading() }
        guard let sex = words[VietnameseText.folded(cell.text)] else { return FieldReading(warning: "bad_sex") }
        return FieldReading(sex)
    }

    private static let words: [String: Sex] = [
        "nam": .male, "trai": .male, "ong": .male, "male": .male, "m": .male, "man": .male,
        "nu": .female, "gai": .female, "ba": .female, "female": .female, "f": .female, "woman": .female,
    ]
}
