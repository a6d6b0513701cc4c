/// Telephone numbers of Vietnam as people write them.
package enum PhoneNumber {
    /// Whether it can be a telephone number of any country: 8 to 15 digits (ITU-T E.164), and what people write between them.
    package static func isShape(_ written: String) -> Bool {
        let digits = written.filter { !" .-()/".contains($0) }
        let number = digits.hasPrefix("+") ? digits.dropFirst() : digits[...]
        return (8...15).contains(number.count) && number.allSatisfy { "0"..."9" ~= $0 }
    }

    /// Ten digits, or eleven for some land lines, with the leading zero that spreadsheets drop and in place of the
    /// country's code; nil for what cannot be a number.
    ///
    /// Only the shape is checked: prefix tables of the carriers disagree.
    package static func national(_ written: String) -> String? {
        let digits = written.filter { "0"..."9" ~= $0 }
        for prefix in ["0084", "84"] where digits.hasPrefix(prefix) && digits.count - prefix.count >= 9 {
            return national(String(digits.dropFirst(prefix.count)))
        }
        let number = digits.hasPrefix("0") ? digits : "0" + digits
        let isMobile = number.count == 10 && "35789".contains(number.dropFirst().prefix(1))
        let isLandLine = number.hasPrefix("02") && (10...11).contains(number.count)
        return isMobile || isLandLine ? number : nil
    }
}
