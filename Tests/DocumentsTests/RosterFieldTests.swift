import Attendance
import Documents
import Testing

/// What is read from single fields, and what the report says about them.
@Suite struct RosterFieldTests {
    /// Reads one person, whose name is given, with one more column.
    private func read(_ column: String, _ value: String, name: String = "Bùi Thị Ví") throws -> Roster {
        try RosterFile.read(
            TestWorkbook(texts: [["STT", "Họ và tên", column], ["1", name, value]]).bytes,
            context: try Fixtures.context())
    }

    @Test(arguments: [
        ("08/03/1990", "1990-03-08"), ("8/3/90", "1990-03-08"), ("8-3-1990", "1990-03-08"),
        ("08.03.1990", "1990-03-08"),
        ("1990-03-08", "1990-03-08"), ("3/1990", "1990-03"), ("1990", "1990"), ("32940", "1990-03-08"),
        ("05/06/07", "2007-06-05"), ("29/02/2000", "2000-02-29"), ("31/12/24", "1924-12-31"),
    ])
    func birthDatesAreReadDayFirst(written: String, expected: String) throws {
        let roster = try read("Ngày sinh", written)
        #expect(roster.entries.first?.birth?.iso == expected)
        #expect(roster.report.warnings.isEmpty)
    }

    @Test(arguments: ["31/02/1990", "03/25/1990", "năm 90", "1890", "2990", "01/01/2025", "1/2/3/4", "0"])
    func anUnreadableBirthDateIsLeftEmptyWithAWarning(written: String) throws {
        let roster = try read("Ngày sinh", written)
        #expect(roster.entries.count == 1)
        #expect(roster.entries.first?.birth == nil)
        #expect(roster.report.warnings == [.init(row: 2, field: "birth_date", code: "bad_birth_date")])
    }

    @Test(
        arguments: [
            ("0900000084", "0900000084", nil), ("0900 000 084", "0900000084", nil), ("0900.000.084", "0900000084", nil),
            ("900000084", "0900000084", "leading_zero"), ("+84 900 000 084", "0900000084", "country_code"),
            ("0084900000084", "0900000084", "country_code"), ("02203 123 456", "02203123456", nil),
            ("900000084 / 0980000001", "0900000084", "leading_zero"),
        ] as [(String, String, String?)])
    func phonesAreReadWithTheirZero(written: String, expected: String, repair: String?) throws {
        let roster = try read("Điện thoại", written)
        #expect(roster.entries.first?.phone == expected)
        #expect(roster.report.repaired.map(\.why) == [repair].compactMap(\.self))
    }

    @Test(arguments: ["12345", "0100000000", "09000000841", "không rõ số 12"])
    func aBadPhoneIsLeftEmptyWithAWarning(written: String) throws {
        let roster = try read("SĐT", written)
        #expect(roster.entries.first?.phone == nil)
        #expect(roster.report.warnings.map(\.code) == ["bad_phone"])
    }

    @Test(
        arguments: [
            ("001190000017", "001190000017", nil, []), ("1190000017", "001190000017", "leading_zero", []),
            ("17180000001", "017180000001", "leading_zero", []), ("001 190 000 017", "001190000017", nil, []),
            ("012345678", nil, nil, ["identity_card_number"]), ("00119000001", "000119000001", "leading_zero", []),
            ("12345", nil, nil, ["bad_citizen_number"]), ("1,19E+09", nil, nil, ["bad_citizen_number"]),
            ("0011900000171", nil, nil, ["bad_citizen_number"]),
        ] as [(String, String?, String?, [String])])
    func citizenNumbersHaveTwelveDigits(written: String, expected: String?, repair: String?, warnings: [String]) throws
    {
        let roster = try read("Số CCCD", written)
        #expect(roster.entries.first?.citizenNumber == expected)
        #expect(roster.report.repaired.map(\.why) == [repair].compactMap(\.self))
        #expect(roster.report.warnings.map(\.code) == warnings)
    }

    @Test func sexAndYearAreComparedWithTheCitizenNumber() throws {
        let rows = [["Họ tên", "Giới tính", "Năm sinh", "CCCD"], ["Bùi Ví", "Nữ", "1991", "001090000017"]]
        let report = try RosterFile.read(TestWorkbook(texts: rows).bytes, context: try Fixtures.context()).report
        #expect(report.warnings.map(\.field) == ["sex", "birth_date"])
        #expect(Set(report.warnings.map(\.code)) == ["differs_from_citizen_number"])
    }

    @Test(arguments: [
        (" Bùi  Thị\u{A0}Ví ", "Bùi Thị Ví", ["spaces"]), ("BÙI THỊ VÍ", "Bùi Thị Ví", ["capitals"]),
        ("bùi thị ví", "Bùi Thị Ví", ["capitals"]), ("Ðỗ Ví", "Đỗ Ví", ["eth_letter"]),
        ("Bu\u{300}i Vi\u{301}", "Bùi Ví", ["nfc"]), ("ÐỖ  VÍ", "Đỗ Ví", ["spaces", "eth_letter", "capitals"]),
        ("H'Ví Niê", "H'Ví Niê", []), ("TrÇn ThÞ B×nh", "Trần Thị Bình", ["tcvn3"]),
        ("Nguyá»…n Thá»‹ VÃ­", "Nguyễn Thị Ví", ["utf8_as_windows1252"]),
    ])
    func namesAreRepairedStepByStep(written: String, expected: String, reasons: [String]) throws {
        let roster = try read("Ghi chú", "", name: written)
        #expect(roster.entries.first.map { Array($0.name.unicodeScalars) } == Array(expected.unicodeScalars))
        #expect(roster.report.repaired.map(\.why) == reasons)
    }

    @Test(arguments: ["123", "---", "?", "V\u{FFFD}"]) func aNameWithoutLettersRejectsTheRow(name: String) throws {
        let roster = try read("Năm sinh", "1980", name: name)
        #expect(roster.entries.isEmpty)
        #expect(roster.report.rejected == [.init(row: 2, column: "name", message: "unusable_name")])
    }

    @Test(arguments: [("Nam", Sex.male), ("NỮ", .female), ("nu", .female), ("Female", .female), ("m", .male)])
    func theSexIsReadInBothLanguages(written: String, expected: Sex) throws {
        #expect(try read("Giới tính", written).entries.first?.sex == expected)
        #expect(try read("Giới tính", "không rõ").report.warnings.map(\.code) == ["bad_sex"])
    }

    @Test func anUnknownEthnicGroupIsKeptAsWritten() throws {
        let roster = try read("Dân tộc", "Ví Dụ")
        #expect(roster.entries.first?.ethnicity == "Ví Dụ")
        #expect(roster.report.warnings.map(\.code) == ["unknown_ethnic_group"])
        #expect(try read("Dân tộc", "mường").entries.first?.ethnicity == "Mường")
    }

    @Test func theOtherTextsOfAMojibakeRowAreDecodedToo() throws {
        let roster = try read("Đơn vị", "Há»£p tÃ¡c xÃ£", name: "Nguyá»…n VÃ­")
        #expect(roster.entries.first?.organisation == "Hợp tác xã")
    }
}
