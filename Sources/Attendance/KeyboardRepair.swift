/// Undoes the plain Vietnamese keyboard layout, whose digit row types letters and combining marks.
///
/// On that layout (Windows KBDVNTC, XKB `vn`) the keys 1…0 give `ă â ê ô`, the five tone marks, and `đ`; a scanner
/// that types digits then delivers those. Telex and VNI leave digits alone.
package enum KeyboardRepair {
    /// The digits of a scan or a typed code, without spaces, hyphens, dots and line ends.
    ///
    /// Give it the raw text: Unicode normalisation reorders the marks and loses one code in four.
    /// Nil when something else than digits stands there, or nothing.
    package static func digits(from raw: String) -> String? {
        var digits = ""
        for scalar in raw.unicodeScalars where !isSeparator(scalar) {
            if ("0"..."9").contains(scalar) {
                digits.unicodeScalars.append(scalar)
            } else if let typed = typedDigits[scalar] {
                digits += typed
            } else {
                return nil
            }
        }
        return digits.isEmpty ? nil : digits
    }

    /// Whether digits can be read from the text only because the layout is undone.
    package static func isNeeded(for raw: String) -> Bool {
        raw.unicodeScalars.contains { !$0.isASCII && !isSeparator($0) } && digits(from: raw) != nil
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "." || scalar.properties.isWhitespace
    }

    /// What the digit row types, and what a browser composes of it: `ắ` is `ă` and an acute, the keys 1 and 8.
    private static let typedDigits: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = ["đ": "0", "Đ": "0"]
        for (key, letters) in zip(1..., ["ăằẳẵắặĂẰẲẴẮẶ", "âầẩẫấậÂẦẨẪẤẬ", "êềểễếệÊỀỂỄẾỆ", "ôồổỗốộÔỒỔỖỐỘ"]) {
            for (position, letter) in letters.unicodeScalars.enumerated() {
                let tone = position % 6
                table[letter] = tone == 0 ? "\(key)" : "\(key)\(tone + 4)"
            }
        }
        let marks: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
        for (key, mark) in zip(5..., marks) {
            table[mark] = "\(key)"
        }
        return table
    }()
}
