import Testing

@testable import Attendance

/// Text from before Unicode, as spreadsheets show it.
struct LegacyEncodingTests {
    @Test(arguments: [
        (LegacyEncoding.tcvn3, "TrÇn ThÞ V\u{AD}¬ng", "Trần Thị Vương"), (.tcvn3, "NguyÔn §×nh H¶i", "Nguyễn Đình Hải"),
        (.vni, "Traàn Thò Aùnh", "Trần Thị Ánh"), (.vni, "Nguyeãn Vaên Ñöôïng", "Nguyễn Văn Đượng"),
        (.windows1258, "NguyêÞn ThiÌ HôÌng", "Nguyễn Thì Hồng"),
        (.utf8AsWindows1252, "Nguyá»…n Thá»‹ Ä\u{90}Ã\u{A0}o", "Nguyễn Thị Đào"),
    ])
    func textIsDecoded(encoding: LegacyEncoding, text: String, expected: String) {
        #expect(encoding.decoded(text) == expected)
        #expect(LegacyEncoding.proposal(for: text) == .init(text: expected, encoding: encoding))
    }

    @Test(arguments: [
        "Nguyễn Thị Ví Dụ", "Bùi Thị Thúy", "Nguyen Van A", "Müller", "Peña", "José García", "Ðặng", "Trần (Hà Nội)",
        "",
        "Hoà Bình - Hà Nội", "Đỗ Ánh, 1990", "“Mẫu Sáng”",
    ])
    func otherTextIsLeftAlone(text: String) {
        #expect(LegacyEncoding.proposal(for: text) == nil)
    }

    @Test func everyVietnameseRimeIsPossible() {
        let names = """
            Giang Giếng Gìn Quỳnh Quyên Quý Huỳnh Khuê Thoa Nguyệt Chiến Hương Huyền Tuyết Loan Xoong Yến Uyển Tuấn Hoài \
            Thuở Khuya Hươu Yêu Ngoẻo Khuỷu Diệu Hiếu Hữu Tới Nghĩa Nghiêm Phượng Chước
            """
        #expect(VietnameseSyllable.areAll(in: names))
    }

    @Test(arguments: ["Müller", "Traàn", "Aùnh", "TrÇn", "Strong", "Hàt", "Hàá", "Peña", "Jan"])
    func otherWordsAreNoSyllables(word: String) {
        #expect(!VietnameseSyllable.areAll(in: word))
    }

    @Test(arguments: [
        (".VnTime", LegacyEncoding.tcvn3), (".VnArialH", .tcvn3), ("VNI-Times", .vni), ("VNI-Helve", .vni),
    ])
    func fontProvesTheEncoding(font: String, encoding: LegacyEncoding) {
        #expect(LegacyEncoding(font: font) == encoding)
        #expect(LegacyEncoding(font: "Times New Roman") == nil)
    }

    @Test func capitalFontGivesCapitals() {
        #expect(LegacyEncoding.decoded("TrÇn thÞ", font: ".VnTimeH") == "TRẦN THỊ")
        #expect(LegacyEncoding.decoded("TrÇn thÞ", font: ".VnTime") == "Trần thị")
        #expect(LegacyEncoding.decoded("TrÇn thÞ", font: "Arial") == nil)
    }

    @Test func everyVietnameseLetterHasItsPlaceInTCVN3() {
        let small = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
        #expect(Set(small.unicodeScalars).isSubset(of: Set(LegacyTables.tcvn3.values)))
        #expect(LegacyTables.tcvn3.count == 74)
    }
}
