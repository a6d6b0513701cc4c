extension CitizenCard {
    /// Reads the line in the card's QR.
    ///
    /// Number, former number (may be missing altogether), name, birth, sex, address, date of issue; the 2024 card
    /// appends fields, which are dropped. UTF-8 that was read as Windows-1252 is repaired.
    package init(line: String) throws(CitizenCardError) {
        let fields = Self.fields(of: line)
        guard fields.count >= 5 else { throw .notACard }
        guard let number = CitizenNumber(fields[0]) else { throw fields[0].count < 9 ? .notACard : .badNumber }
        guard !fields[1].isEmpty else { throw .missingName }
        guard let birth = Self.birth(fields[2]) else { throw .badBirthDate }
        let sex = Self.sex(fields[3])
        let issued = fields.dropFirst(5).first.flatMap(Self.date)
        self.init(
            number: number, name: VietnameseText.titleCased(VietnameseText.repairedEth(fields[1])), birth: birth,
            sex: sex ?? number.sex, address: fields[4], issued: issued,
            warnings: Self.warnings(number, birth, sex, issued, text: fields[1] + fields[4]))
    }

    /// The fields without the former number: number, name, birth, sex, address, date of issue.
    private static func fields(of line: String) -> [String] {
        let text = LegacyEncoding.utf8AsWindows1252.decoded(line) ?? line
        var fields = text.split(separator: "|", omittingEmptySubsequences: false)
            .map { VietnameseText.tidied(String($0)) }
        if fields.count > 1, fields[1].allSatisfy(\.isNumber) {
            fields.remove(at: 1)
        }
        return fields
    }

    private static func sex(_ field: String) -> Sex? {
        switch VietnameseText.folded(field) {
        case "nam": .male
        case "nu": .female
        default: nil
        }
    }

    /// `DDMMYYYY`, or what is known of it: `YYYY`, `MMYYYY`, `00MMYYYY`, `0000YYYY`.
    private static func birth(_ field: String) -> BirthDate? {
        let digits = field.filter { !"/-.".contains($0) }
        guard [4, 6, 8].contains(digits.utf8.count), digits.allSatisfy(\.isASCII), let year = Int(digits.suffix(4))
        else {
            return nil
        }
        let known = Array(padded(Int(digits.dropLast(4)) ?? 0, to: 4))
        let (day, month) = (Int(String(known[0...1])) ?? 0, Int(String(known[2...3])) ?? 0)
        return BirthDate(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
    }

    private static func date(_ field: String) -> CivilDate? {
        guard let date = birth(field), let month = date.month, let day = date.day else { return nil }
        return CivilDate(year: date.year, month: month, day: day)
    }

    private static func warnings(
        _ number: CitizenNumber, _ birth: BirthDate, _ sex: Sex?, _ issued: CivilDate?, text: String
    ) -> [Warning] {
        var warnings: [Warning] = []
        if let sex, sex != number.sex { warnings.append(.sexMismatch) }
        if birth.year != number.birthYear { warnings.append(.birthMismatch) }
        if !number.hasKnownProvince { warnings.append(.unknownProvince) }
        if sex == nil { warnings.append(.unreadableSex) }
        if issued == nil { warnings.append(.unreadableIssueDate) }
        if text.contains(where: { $0 == "?" || $0 == "\u{FFFD}" }) { warnings.append(.lostLetters) }
        return warnings
    }
}
