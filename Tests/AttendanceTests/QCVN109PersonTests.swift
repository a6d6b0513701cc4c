import Attendance
import FoundationEssentials
import Testing

@Suite struct QCVN109PersonTests {
    @Test(arguments: [
        ("Bàn Thị Mùi", ["Bàn", "Thị", "Mùi"]), ("Nguyễn Thị Thu Hà", ["Nguyễn", "Thị Thu", "Hà"]),
        ("Lò Ban", ["Lò", "", "Ban"]), ("Páo", ["", "", "Páo"]),
    ])
    func namesAreSplitIntoFamilyMiddleAndGiven(name: String, parts: [String]) {
        let split = QCVN109Person.HoVaTen(name)
        #expect([split.ho, split.chuDem, split.ten] == parts)
    }

    @Test(arguments: [(nil, 0), (Sex.male, 1), (.female, 2)])
    func sexHasTheStandardsNumbers(sex: Sex?, number: Int) {
        #expect(QCVN109Person.code(sex) == number)
    }

    @Test func theKeysAreTheStandardsOwn() throws {
        var person = Participant(id: .make(at: Timestamp(milliseconds: 0)), name: "Bàn Thị Mùi")
        (person.sex, person.birth, person.ethnicity) = (.female, BirthDate(year: 1990), "Dao")
        (person.commune, person.communeUnit) = ("Minh Quang", UnitCode(code: "09700", snapshot: "2024"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(QCVN109Person(person)), as: UTF8.self)
        #expect(
            text == """
                {"DanToc":"Dao","GioiTinh":2,"HoVaTen":{"ChuDem":"Thị","Ho":"Bàn","Ten":"Mùi"},"NgayThangNamSinh":"1990",\
                "NoiOHienTai":{"ChiTiet":"Minh Quang","MaDonViHanhChinh":"09700"}}
                """)
    }
}
