/// A letter's place in the Vietnamese alphabet, and the tone it carries.
///
/// The order is that of the Unicode collation for `vi`: a ă â b c d đ e ê f … o ô ơ … u ư v w x y z, then the tones
/// ngang, huyền, hỏi, ngã, sắc, nặng.
struct VietnameseLetter: Equatable {
    /// Digits from 16, letters from 32.
    let rank: UInt8
    /// 0 ngang … 5 nặng.
    let tone: UInt8

    /// Nil for signs that have no place in the order: spaces, apostrophes, marks.
    init?(_ scalar: Unicode.Scalar) {
        if let letter = Self.letters[scalar] {
            self = letter
        } else if let base = LatinBase.letter(of: scalar), let letter = Self.letters[Unicode.Scalar(base)] {
            self = letter
        } else if ("0"..."9").contains(scalar) {
            self.init(rank: 16 + UInt8(truncatingIfNeeded: scalar.value & 15), tone: 0)
        } else {
            return nil
        }
    }

    private init(rank: UInt8, tone: UInt8) {
        (self.rank, self.tone) = (rank, tone)
    }

    /// One group per letter of the alphabet; in a group small and capital letters, each without tone and with the five.
    private static let alphabet = """
        aàảãáạAÀẢÃÁẠ ăằẳẵắặĂẰẲẴẮẶ âầẩẫấậÂẦẨẪẤẬ bB cC dD đĐðÐ eèẻẽéẹEÈẺẼÉẸ êềểễếệÊỀỂỄẾỆ fF gG hH iìỉĩíịIÌỈĨÍỊ jJ kK lL mM nN \
        oòỏõóọOÒỎÕÓỌ ôồổỗốộÔỒỔỖỐỘ ơờởỡớợƠỜỞỠỚỢ pP qQ rR sS tT uùủũúụUÙỦŨÚỤ ưừửữứựƯỪỬỮỨỰ vV wW xX yỳỷỹýỵYỲỶỸÝỴ zZ
        """

    private static let letters: [Unicode.Scalar: VietnameseLetter] = {
        var table: [Unicode.Scalar: VietnameseLetter] = [:]
        for (place, group) in alphabet.split(separator: " ").enumerated() {
            let scalars = group.unicodeScalars
            for (position, scalar) in scalars.enumerated() {
                let tone = scalars.count == 12 ? position % 6 : 0
                table[scalar] = VietnameseLetter(rank: UInt8(32 + place), tone: UInt8(tone))
            }
        }
        return table
    }()
}
