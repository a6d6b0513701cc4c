/// Which plain letter of the English alphabet an accented Latin letter stands on.
///
/// A table instead of Unicode decomposition: a search key for a hundred thousand names is made in one pass, and
/// the letters without a decomposition (đ, ð, ø, ł) are in it too.
enum LatinBase {
    /// The small base letter as ASCII; nil for what is no accented Latin letter.
    static func letter(of scalar: Unicode.Scalar) -> UInt8? {
        let letter: UInt8
        switch scalar.value {
        case 0xC0..<0x250: letter = latin[Int(scalar.value) - 0xC0]
        case 0x1E00..<0x1F00: letter = additional[Int(scalar.value) - 0x1E00]
        default: return nil
        }
        return letter == UInt8(ascii: ".") ? nil : letter
    }

    /// U+00C0…U+024F; a dot stands for a sign that is no letter with a base.
    private static let latin = Array(
        """
        aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll\
        lllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.\
        bb.......d......................oo.............uu...............\
        .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
        aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
        ................
        """.utf8)

    /// U+1E00…U+1EFF, where Vietnamese has its vowels with two marks.
    private static let additional = Array(
        """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
        mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
        wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
        eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
        """.utf8)
}
