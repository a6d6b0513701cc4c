extension CitizenCard {
    /// Reads the line in the card's QR.
    ///
    /// A name that did not survive the way is nil: a scanner that types through a keyboard drops letters with marks.
    package init(line: String) throws(CitizenCardError) {
        guard let line = CardLine(line), line.number.utf8.count >= 9 else { throw .notACard }
        guard let number = CitizenNumber(line.number) else { throw .badNumber }
        guard let birth = Self.birth(line.birth) else { throw .badBirthDate }
        let sex = Self.sex(line.sex)
        let name = VietnameseText.titleCased(VietnameseText.repairedEth(line.name))
        self.init(
            number: number, name: name.isEmpty ? nil : name, birth: birth, sex: sex ?? number.sex,
            address: line.address, issued: Self.date(line.issued), warnings: Self.warnings(line, number, birth, sex))
    }

    private static func sex(_ field: String) -> Sex? {
        switch VietnameseText.folded(field) {
        case "nam": .male
        case "nu": .female
        default: nil
        }
    }

    /// `DDMMYYYY`, or what is known of it: `YYYY`, `MMYYYY`, `00MMYYYY`, `0000YYYY`.
    private static func birth(_ digits: String) -> BirthDate? {
        guard [4, 6, 8].contains(digits.utf8.count), let year = Int(digits.suffix(4)) else { return nil }
        let known = Array(padded(Int(digits.dropLast(4)) ?? 0, to: 4))
        let (day, month) = (Int(String(known[0...1])) ?? 0, Int(String(known[2...3])) ?? 0)
        return BirthDate(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
    }

    private static func date(_ digits: String) -> CivilDate? {
        guard let date = birth(digits), let month = date.month, let day = date.day else { return nil }
        return CivilDate(year: date.year, month: month, day: day)
    }

    private static func warnings(
        _ line: CardLine, _ number: CitizenNumber, _ birth: BirthDate, _ sex: Sex?
    ) -> [Warning] {
        var warnings: [Warning] = []
        if let sex, sex != number.sex { warnings.append(.sexMismatch) }
        if birth.year != number.birthYear { warnings.append(.birthMismatch) }
        if !number.hasKnownProvince { warnings.append(.unknownProvince) }
        if sex == nil { warnings.append(.unreadableSex) }
        if date(line.issued) == nil { warnings.append(.unreadableIssueDate) }
        if line.name.isEmpty { warnings.append(.missingName) }
        if hasLostLetters(line.name + " " + line.address) { warnings.append(.lostLetters) }
        return warnings
    }

    /// Marks of replacement, or what no name and no address is written with: the bytes of one encoding read as another's;
    /// or syllables without a vowel in a text of which nothing but ASCII came through.
    private static func hasLostLetters(_ text: String) -> Bool {
        if text.unicodeScalars.contains(where: { $0 == "?" || !isOfAddress($0) }) { return true }
        guard text.allSatisfy(\.isASCII) else { return false }
        let words = text.lowercased().split { !$0.isLetter }
        return words.contains { word in word.count > 1 && !word.contains { "aeiouy".contains($0) } }
    }

    /// Letters of Vietnamese and of the languages of its peoples, their marks, and signs.
    private static func isOfAddress(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0x0100..<0x0250, 0x0300..<0x0370, 0x1EA0..<0x1EFA, 0x2010..<0x2016, 0x2018..<0x201A: true
        default: "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝÐÑàáâãèéêìíòóôõùúýðñ".unicodeScalars.contains(scalar)
        }
    }
}
