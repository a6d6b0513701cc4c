import Attendance
import Documents
import Testing

/// Who is one person, and who only looks like one.
@Suite struct SamePersonTests {
    private func entry(_ name: String, _ birth: String?, commune: String?, number: String? = nil) -> RosterEntry {
        var entry = RosterEntry(sheet: "", row: 1, name: name)
        entry.birth = birth.flatMap { BirthDate(iso: $0) }
        (entry.commune, entry.citizenNumber, entry.phone) = (commune, number, "0900000001")
        return entry
    }

    private func areSame(_ first: RosterEntry, _ second: RosterEntry) -> Bool {
        var known = SamePerson()
        known.append(first)
        return known.position(of: second) == 0
    }

    @Test func theSameCitizenNumberIsTheSamePerson() {
        #expect(
            areSame(
                entry("Bùi Ví", "1980", commune: "A", number: "1"), entry("Đỗ Dụ", "1981", commune: "B", number: "1")))
        #expect(
            !areSame(
                entry("Bùi Ví", "1980", commune: "A", number: "1"), entry("Bùi Ví", "1980", commune: "A", number: "2")))
    }

    @Test(
        arguments: [
            ("Bùi Thị Hoà", "1980-02-03", "Xã Ví", true), ("BÙI THỊ HÒA", "1980", "xã ví", true),
            ("Bùi Thị Hoà", "1980-02-04", "Xã Ví", false), ("Bùi Thị Hoà", "1981", "Xã Ví", false),
            ("Bùi Thị Hoà", "1980-02-03", "Xã Dụ", false), ("Bùi Thị Hoà", "1980-02-03", nil, false),
            ("Bùi Thị Hoà", nil, "Xã Ví", false), ("Bùi Thị Hoa Ví", "1980-02-03", "Xã Ví", false),
        ] as [(String, String?, String?, Bool)])
    func withoutANumberNameBirthAndCommuneDecide(name: String, birth: String?, commune: String?, expected: Bool) {
        let known = entry("Bùi Thị Hoà", "1980-02-03", commune: "Xã Ví", number: "001180000001")
        #expect(areSame(known, entry(name, birth, commune: commune)) == expected)
    }

    @Test func withoutAnyCommuneTheWholeDateIsNeeded() {
        #expect(areSame(entry("Bùi Ví", "1980-02-03", commune: nil), entry("Bùi Ví", "1980-02-03", commune: nil)))
        #expect(!areSame(entry("Bùi Ví", "1980", commune: nil), entry("Bùi Ví", "1980", commune: nil)))
    }

    @Test func twoPossiblePeopleAreNobody() {
        var known = SamePerson()
        known.append(entry("Bùi Ví", "1980", commune: "A", number: "1"))
        known.append(entry("Bùi Ví", "1980", commune: "A", number: "2"))
        #expect(known.position(of: entry("Bùi Ví", "1980", commune: "A")) == nil)
    }

    @Test func aSharedNumberUnderAnotherNameIsWarnedOf() throws {
        let rows = [["Họ tên", "CCCD"], ["Bùi Ví", "001180000001"], ["Đỗ Dụ", "001180000001"]]
        let roster = try RosterFile.read(TestWorkbook(texts: rows).bytes, context: try Fixtures.context())
        #expect(roster.report.duplicates == [.init(row: 3, of: 2)])
        #expect(roster.report.warnings == [.init(row: 3, field: "citizen_number", code: "same_number_other_name")])
    }
}
