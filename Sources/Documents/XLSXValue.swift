/// What a cell is given.
enum XLSXValue: ExpressibleByStringLiteral {
    case text(String)
    case number(Int)

    init(stringLiteral text: String) {
        self = .text(text)
    }

    /// Nil for no text and for an empty one.
    init?(_ text: String?) {
        guard let text, !text.isEmpty else { return nil }
        self = .text(text)
    }
}
