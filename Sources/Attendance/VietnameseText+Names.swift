extension VietnameseText {
    /// A name in title case, when it was written wholly in capitals or wholly in small letters.
    ///
    /// `ĐỖ THỊ ÁNH` becomes `Đỗ Thị Ánh`, `H'VÍ NIÊ` becomes `H'Ví Niê`. A name in mixed case is returned
    /// unchanged: its writer meant it.
    package static func titleCased(_ name: String) -> String {
        guard isCapitals(name) || isSmallLetters(name) else { return name }
        var result = ""
        var startsWord = true
        for letter in name {
            result += startsWord ? letter.uppercased() : letter.lowercased()
            startsWord = !(letter.isLetter || letter.isNumber)
        }
        return result
    }

    /// A name as an unattended screen shows it: `Bùi Thị Ví Dụ` becomes `B. T. V. Dụ`.
    ///
    /// Initials and the given name: the owner recognises it, a reader cannot look the person up by it. A name of
    /// one word keeps its first letter only: `V…`.
    package static func masked(_ name: String) -> String {
        let words = tidied(name).split(separator: " ")
        guard let given = words.last else { return "" }
        guard words.count > 1 else { return given.prefix(1) + "…" }
        return words.dropLast().map { "\($0.prefix(1)). " }.joined() + given
    }

    /// A name by which its owner is known from who stands beside: `Nguyễn Thị H…`.
    package static func shortened(_ name: String) -> String {
        let words = tidied(name).split(separator: " ")
        guard let given = words.last?.first else { return "" }
        return (words.dropLast().map(String.init) + ["\(given)…"]).joined(separator: " ")
    }

    private static func isCapitals(_ text: String) -> Bool {
        text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    }

    private static func isSmallLetters(_ text: String) -> Bool {
        text.contains(where: \.isLowercase) && !text.contains(where: \.isUppercase)
    }
}
