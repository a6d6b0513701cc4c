/// What a scanner, a camera or a keyboard delivered, told apart by its shape.
package enum ScannedInput: Equatable, Sendable {
    case code(Code)
    case badge(Badge)
    /// The text of a citizen card's QR: it has bars and is never stored.
    case card(String)
    /// Neither: eight digits with wrong check digits, 25 digits that are no badge, or something else.
    case unreadable(Kind, length: Int)

    /// What an unreadable input looked like. The text itself is not kept.
    package enum Kind: String, Sendable {
        case code
        case badge
        case other
    }

    /// Reads the raw text, before any Unicode normalisation: after it a mangled badge can no longer be undone.
    package init(_ raw: String) {
        // By scalars: a mark of the next digit may stand on the bar, as one character with it.
        if raw.unicodeScalars.contains("|") {
            self = .card(raw)
            return
        }
        let digits = KeyboardRepair.digits(from: ScannedText.cleaned(raw)) ?? ""
        if let code = Code(digits) {
            self = .code(code)
        } else if let badge = Badge(digits) {
            self = .badge(badge)
        } else {
            self = .unreadable(Self.kind(ofLength: digits.utf8.count), length: raw.unicodeScalars.count)
        }
    }

    private static func kind(ofLength length: Int) -> Kind {
        switch length {
        case 8: .code
        case 25: .badge
        default: .other
        }
    }
}
