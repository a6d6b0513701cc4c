import Testing

@testable import Attendance

/// The order of Vietnamese lists.
struct SortKeyTests {
    @Test func lettersFollowTheAlphabet() {
        let alphabet = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z".split(separator: " ").map(
            String.init)
        #expect(alphabet.shuffled().sorted { SortKey($0) < SortKey($1) } == alphabet)
    }

    @Test func tonesFollowTheirOrder() {
        let tones = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ"]
        #expect(tones.reversed().sorted { SortKey($0) < SortKey($1) } == tones)
    }

    @Test func codePointOrderIsNotUsed() {
        let names = ["An", "Ánh", "Ăn", "Ân", "Bình", "Dung", "Đào", "Em", "Ếch"]
        #expect(names.reversed().sorted { SortKey($0) < SortKey($1) } == names)
    }

    @Test func classListSortsByGivenNameThenFamilyNameThenMiddle() {
        let names = ["Trần Thị An", "Bùi Văn Bình", "Bùi Thị Dụ", "Bùi Văn Dụ", "Đinh Thị Dụ", "An Thị Đào"]
        #expect(names.reversed().sorted { SortKey($0) < SortKey($1) } == names)
    }

    @Test func fullNameOrderStartsWithTheFamilyName() {
        let names = ["An Thị Đào", "Bùi Thị Dụ", "Bùi Văn Bình", "Đinh Thị Dụ", "Trần Thị An"]
        #expect(names.reversed().sorted { SortKey($0, by: .fullName) < SortKey($1, by: .fullName) } == names)
    }

    @Test(arguments: [("Hoà", "HÒA"), ("H'Ví", "hví"), ("Nguye\u{302}\u{303}n", "Nguyễn"), ("Ðào", "Đào")])
    func spellingVariantsSortAlike(one: String, other: String) {
        #expect(SortKey(one) == SortKey(other))
    }

    @Test func shorterSyllableComesFirst() {
        #expect(SortKey("Bùi Thị Án", by: .fullName) < SortKey("Bùi Thị Anh", by: .fullName))
    }
}
