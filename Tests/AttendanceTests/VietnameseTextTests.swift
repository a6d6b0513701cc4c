import Foundation
import Testing

@testable import Attendance

/// Search keys, tidying, title case and masks of names.
struct VietnameseTextTests {
    @Test(arguments: [
        ("Đỗ Thị Ánh", "do thi anh"), ("ĐỖ THỊ ÁNH", "do thi anh"), ("Hoà", "hoa"), ("Hòa", "hoa"),
        ("  Bùi\u{A0} Thị\tVí  ", "bui thi vi"), ("Ðặng Thị Ðiệp", "dang thi diep"), ("H’Ví", "h'vi"), ("H`Ví", "h'vi"),
        ("Hʼví", "h'vi"), ("Cư M'gar", "cu m'gar"), ("Y–Ngông", "y-ngong"), ("Niñč ŏŭĕĭ", "ninc ouei"),
        ("Straße", "straße"), ("", ""), (" ", ""),
    ])
    func foldedKeyHasNoMarks(text: String, key: String) {
        #expect(VietnameseText.folded(text) == key)
    }

    @Test func composedAndDecomposedTextHaveOneKey() {
        let letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐÈẺẼÉẸÊỀỂỄẾỆ"
        let decomposed = letters.decomposedStringWithCanonicalMapping
        #expect(VietnameseText.folded(letters) == VietnameseText.folded(decomposed))
        #expect(VietnameseText.folded(letters).utf8.count == letters.count)
        #expect(Array(VietnameseText.nfc(decomposed).unicodeScalars) == Array(letters.unicodeScalars))
    }

    @Test func composedNguyenHasSixCodePoints() {
        #expect(VietnameseText.nfc("Nguye\u{302}\u{303}n").unicodeScalars.count == 6)
    }

    @Test(arguments: [
        (" Bùi  Thị Ví Dụ ", "Bùi Thị Ví Dụ"), ("Bùi\u{A0}Thị\r\n", "Bùi Thị"), ("Ví\u{200B} Dụ\u{FEFF}", "Ví Dụ"),
        ("\t", ""),
    ])
    func tidiedTextHasSingleSpaces(text: String, tidied: String) {
        #expect(VietnameseText.tidied(text) == tidied)
    }

    @Test func ethBecomesTheVietnameseLetter() {
        #expect(VietnameseText.repairedEth("Ðặng Thị Ðiệp ð") == "Đặng Thị Điệp đ")
    }

    @Test(arguments: [
        ("BÙI THỊ THÚY", "Bùi Thị Thúy"), ("ĐỖ THỊ ÁNH", "Đỗ Thị Ánh"), ("đỗ thị ánh", "Đỗ Thị Ánh"),
        ("H'VÍ NIÊ", "H'Ví Niê"), ("h'ví niê", "H'Ví Niê"), ("Y-NGÔNG", "Y-Ngông"), ("Bùi thị Ví Dụ", "Bùi thị Ví Dụ"),
        ("ỶU ỄNH", "Ỷu Ễnh"), ("", ""), ("123", "123"),
    ])
    func namesInOneCaseGetTitleCase(name: String, titled: String) {
        #expect(VietnameseText.titleCased(name) == titled)
    }

    @Test(arguments: [
        ("Bùi Thị Ví Dụ", "B. T. V. Dụ"), ("Đỗ Ánh", "Đ. Ánh"), ("H'Ví Niê", "H. Niê"), ("Dụ", "D…"), ("  ", ""),
    ])
    func maskShowsTheGivenNameOnly(name: String, masked: String) {
        #expect(VietnameseText.masked(name) == masked)
    }

    @Test(arguments: [
        ("Nguyễn Thị Hoa", "Nguyễn Thị H…"), (" Lê  Ánh ", "Lê Á…"), ("Hoa", "H…"), ("Lê A\u{301}nh", "Lê Á…"),
        ("", ""),
    ])
    func shortenedNameKeepsTheFamilyAndTheFirstLetter(name: String, shortened: String) {
        #expect(VietnameseText.shortened(name) == shortened)
    }

    @Test(arguments: [
        ("0912 345 678", "0912345678"), ("+84 912.345.678", "0912345678"), ("912345678", "0912345678"),
        ("024 3825 1234", "02438251234"), ("12345", nil), ("", nil), ("0112345678", nil),
    ])
    func phoneNumberIsReadAsPeopleWriteIt(written: String, number: String?) {
        #expect(PhoneNumber.national(written) == number)
    }

    @Test(arguments: [
        ("0912 345 678", true), ("(024) 3825-1234", true), ("+856 20 5551 2345", true), ("1900.1234", true),
        ("abc", false), ("0912345678 (con)", false), ("1234567", false), ("84+912345678", false),
        ("1234567890123456", false),
    ])
    func phoneNumberHasDigitsAndWhatPeopleWriteBetweenThem(written: String, isShape: Bool) {
        #expect(PhoneNumber.isShape(written) == isShape)
    }

    @Test(arguments: [("ly", "li"), ("my", "mi"), ("quy", "qui"), ("ky", "ki"), ("ti", "ty")])
    func onlyVowelMayBeWrittenEitherWay(word: String, other: String) {
        #expect(VietnameseText.otherSpelling(of: word) == other)
    }

    @Test(arguments: ["thuy", "mai", "y", "lan", "hoai", "linh"])
    func otherVowelsHaveOneSpelling(word: String) {
        #expect(VietnameseText.otherSpelling(of: word) == nil)
    }

    @Test func wordsAreSplitAtSigns() {
        #expect(VietnameseText.words(VietnameseText.folded("H'Ví Niê-Kdăm")) == ["h", "vi", "nie", "kdam"])
    }

    @Test(arguments: [
        ("Nguyễn Thị Hoa", "Hoa", "Thi"), ("Nguyễn Thị Hoa", "nguyen thi hoa", "nguyen hoa"),
        ("H'Ví Niê", "h’ví", "hoa"), ("H'Ví Niê", "Ví", "v"), ("H'Ví Niê", "Hví", "h"), ("H'Ví Niê", "niê", "vi niê"),
        ("Y Blô Niê", "Y Blô", "y"), ("Y Blô Niê", "blo", "blo nie"),
    ])
    func peopleAreCalledByTheGivenNameOrTheWholeOne(name: String, called: String, other: String) {
        let names = VietnameseText.calledNames(name)
        #expect(names.contains(VietnameseText.folded(called)))
        #expect(!names.contains(VietnameseText.folded(other)))
    }
}
