import Testing

@testable import Attendance

/// Lines of card QR codes of both generations. All people are invented.
struct CitizenCardTests {
    private let line = "001190000017||Bùi Thị Ví Dụ|08031990|Nữ|Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội|01072021"

    @Test func cardOf2021GivesItsFields() throws {
        let card = try CitizenCard(line: line)
        #expect(card.number.digits == "001190000017")
        #expect(card.name == "Bùi Thị Ví Dụ")
        #expect(card.birth.iso == "1990-03-08")
        #expect(card.sex == .female)
        #expect(card.address == "Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội")
        #expect(card.issued?.iso == "2021-07-01")
        #expect(card.warnings.isEmpty)
    }

    @Test(arguments: [
        "001178000025|012345678|Nguyễn Thị Ví Dụ|20101978|Nữ|Số 1 Ngõ Ví Dụ, Bạch Mai, Hai Bà Trưng, Hà Nội|15042021",
        "022085000031||Triệu Văn Ví Dụ|01021985|Nam|Thôn Ví Dụ, Quảng Lâm, Đầm Hà, Quảng Ninh|10052021",
        "006301000042||Nông Thị Ví Dụ|12122001|Nữ|Thôn Ví Dụ, Thanh Mai, Chợ Mới, Bắc Kạn|22122021",
        "001190000017||Bùi Thị Ví Dụ|08031990|Nữ|Thôn Ví Dụ, Yên Xuân, Hà Nội|01082025|||",
        "001312000058||Bùi Ví Dụ|01062012|Nữ|Thôn Ví Dụ, Ba Vì, Hà Nội|01092025||Bùi Văn Ví Dụ|Đinh Thị Ví Dụ|",
        "001190000017|Bùi Thị Ví Dụ|08031990|Nữ|Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội|01072021",
        "066199000066||H'Ví Niê|01011999|Nữ|Buôn Ví Dụ, Ea Ví, Cư M'gar, Đắk Lắk|01072021",
        "001150000074||Đinh Thị Ví Dụ|1950|Nữ|Thôn Ví Dụ, Ba Trại, Ba Vì, Hà Nội|01072021",
        "\u{FEFF} 001190000017||Bùi Thị Ví Dụ|08031990|Nữ|Hà\u{A0}Nội|01072021|\r\n",
    ])
    func payloadIsReadWithoutWarnings(line: String) throws {
        let card = try CitizenCard(line: line)
        #expect(card.warnings.isEmpty)
        #expect(card.issued != nil)
        #expect(!card.address.contains("|"))
    }

    @Test func parentsOfAChildAreDropped() throws {
        let line = "001312000058||Bùi Ví Dụ|01062012|Nữ|Ba Vì, Hà Nội|01092025||Bùi Văn Ví Dụ|Đinh Thị Ví Dụ|"
        let card = try CitizenCard(line: line)
        #expect(!String(describing: card).contains("Đinh"))
    }

    @Test func textReadAsWindows1252IsRepaired() throws {
        let card = try CitizenCard(line: "001190000017||BÃ¹i Thá»‹ VÃ\u{AD} Dá»¥|08031990|Ná»¯|HÃ\u{A0} Ná»™i|01072021")
        #expect(card.name == "Bùi Thị Ví Dụ")
        #expect(card.sex == .female)
        #expect(card.address == "Hà Nội")
    }

    @Test(arguments: [
        ("08031990", "1990-03-08"), ("1950", "1950"), ("031950", "1950-03"), ("00031950", "1950-03"),
        ("00001950", "1950"),
    ])
    func birthDateMayBeKnownInPart(field: String, iso: String) throws {
        let card = try CitizenCard(line: "001150000017||Ví Dụ|\(field)|Nữ|Hà Nội|01072021")
        #expect(card.birth.iso == iso)
    }

    @Test(arguments: [
        ("001090000017||Ví Dụ|08031990|Nữ|x|01072021", CitizenCard.Warning.sexMismatch),
        ("001190000017||Ví Dụ|08031991|Nữ|x|01072021", .birthMismatch),
        ("999190000017||Ví Dụ|08031990|Nữ|x|01072021", .unknownProvince),
        ("001190000017||Ví Dụ|08031990||x|01072021", .unreadableSex),
        ("001190000017||Ví Dụ|08031990|Nữ|x|99999999", .unreadableIssueDate),
        ("001190000017||V? D?|08031990|Nữ|x|01072021", .lostLetters),
        ("001190000017||Äáº·ng Thá»‹ HÃ Ãnh|08031990|Nữ|x|01072021", .lostLetters),
    ])
    func contradictionIsAWarningAndNoRefusal(line: String, warning: CitizenCard.Warning) throws {
        #expect(try CitizenCard(line: line).warnings == [warning])
    }

    @Test(arguments: [
        ("", CitizenCardError.notACard), ("a|b|c|d|e|f|g", .notACard), ("https://vneid.gov.vn/?a=1|2", .notACard),
        ("00119000001x||Ví Dụ|08031990|Nữ|x|01072021", .badNumber), ("1190000017||Ví Dụ|08031990|Nữ|x|y", .badNumber),
        ("001190000017||Ví Dụ|31021990|Nữ|x|01072021", .badBirthDate), ("0011|Ví Dụ|x|Nữ|y|z", .notACard),
        ("[{\"ci\":\"VNEID|1|2|3|4|5|6\"}]", .notACard),
    ])
    func otherTextIsRefusedWithItsReason(line: String, reason: CitizenCardError) {
        #expect(throws: reason) { try CitizenCard(line: line) }
    }

    @Test(arguments: [
        // What a keyboard scanner leaves of a card: it drops every letter with a mark, or whole fields.
        ("001190000017||Bi Th V D|08031990|N|Thn V D, Tin Xun, Thch Tht, H Ni|01072021", "Bi Th V D"),
        ("001190000017|||08031990|N|, , ,|01072021", nil), ("001190000017||08031990|N|, , ,|01072021", nil),
        ("001190000017|||08031990||||", nil),
    ])
    func numbersAreEnoughWhereLettersWereLost(line: String, name: String?) throws {
        let card = try CitizenCard(line: line)
        #expect((card.number.digits, card.birth.iso, card.sex) == ("001190000017", "1990-03-08", .female))
        #expect(card.name == name)
        #expect(card.warnings.contains(name == nil ? .missingName : .lostLetters))
        #expect(card.warnings.contains(.unreadableSex))
    }

    @Test(arguments: [false, true])
    func digitsOfTheVietnameseLayoutAreUndone(withCapsLock: Bool) throws {
        let typed: [Character: String] = [
            "0": "đ", "1": "ă", "2": "â", "3": "ê", "4": "ô", "5": "\u{300}", "6": "\u{309}", "7": "\u{303}",
            "8": "\u{301}", "9": "\u{323}",
        ]
        let line = "001190000017|512345678|Bùi Thị Ví Dụ|08031990|Nữ|Hà Nội|01072021"
        let raw = line.map { typed[$0] ?? String($0) }.joined()
        let mangled = withCapsLock ? raw.uppercased() : raw
        let card = try CitizenCard(line: mangled)
        #expect((card.number.digits, card.birth.iso) == ("001190000017", "1990-03-08"))
        #expect(card.issued?.iso == "2021-07-01")
        #expect(ScannedInput(mangled) == .card(mangled))
    }

    @Test(arguments: [
        "]Q1", "\u{2}", "\u{1D}", "\u{FEFF}", " \t", "QR:",
    ])
    func whatAScannerPutsAroundTheLineIsLeftOut(prefix: String) throws {
        let card = try CitizenCard(line: prefix + line + "|\u{3}\r\n")
        #expect(card == (try CitizenCard(line: line)))
    }

    @Test(
        arguments: [
            ("BÙI THỊ VÍ DỤ", 1990, true), ("Bui Thi Vi Du", nil, true), ("Bùi Thị Ví Dụ", 1991, false),
            ("Đinh Thị Gốc", 1990, false), ("Đinh Thị Gốc", nil, false),
        ] as [(String, Int?, Bool)])
    func numberIsBelievedOnlyWithTheNameAndNoOtherYear(name: String, year: Int?, agrees: Bool) throws {
        var person = Participant(id: .make(at: Timestamp(milliseconds: 0)), name: name)
        person.birth = year.flatMap { BirthDate(year: $0) }
        #expect(try CitizenCard(line: line).agrees(with: person) == agrees)
    }

    @Test(arguments: [(1990, true), (1991, false), (nil, false)] as [(Int?, Bool)])
    func whereTheNameWasLostTheYearMustAgree(year: Int?, agrees: Bool) throws {
        var person = Participant(id: .make(at: Timestamp(milliseconds: 0)), name: "Bùi Thị Ví Dụ")
        person.birth = year.flatMap { BirthDate(year: $0) }
        let lost = "001190000017||Bi Th V D|08031990|N|Thn V D, Tin Xun, Thch Tht, H Ni|01072021"
        #expect(try CitizenCard(line: lost).agrees(with: person) == agrees)
    }

    @Test func lostLeadingZerosComeBack() {
        #expect(CitizenNumber(withoutLeadingZeros: "1190000017")?.digits == "001190000017")
        #expect(CitizenNumber(withoutLeadingZeros: "190000017") == nil)
        #expect(CitizenNumber("001301000042")?.sex == .female)
        #expect(CitizenNumber("001301000042")?.birthYear == 2001)
    }

    @Test func knownProvincesAreThoseWithUnits() throws {
        let units = AdministrativeUnits(tsv: try ShareFolder.text("admin-units.tsv"))
        for code in 1...96 {
            let number = try #require(CitizenNumber(padded(code, to: 3) + "190000017"))
            let province = UnitCode(code: padded(code, to: 2), snapshot: AdministrativeUnits.districtSnapshot)
            #expect(number.hasKnownProvince == (units[province] != nil))
        }
    }
}
