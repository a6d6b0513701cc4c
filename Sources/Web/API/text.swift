import Attendance
import HTTPServer

/// A text of 1…300 characters in NFC, tidied, without what breaks a document or a line; 422 otherwise.
func text(_ text: String, _ pointer: String) throws(Problem) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.lazy.filter(\.isHarmless))
    let text = VietnameseText.tidied(String(scalars))
    // A character may carry any number of marks.
    guard (1...300).contains(text.count), text.utf8.count <= 1_200 else {
        throw .invalid(pointer, "must have 1 to 300 characters")
    }
    // A scanner types into whatever field the cursor is in, and what is typed there is kept readable.
    if CitizenNumber.isShown(in: text) { throw .cardInField(pointer) }
    return text
}

/// The same; nil where there is no text.
func optionalText(_ value: String?, _ pointer: String) throws(Problem) -> String? {
    guard let value, !value.trimmingSpaces.isEmpty else { return nil }
    return try text(value, pointer)
}

/// The same for a name that stands in addresses: browsers take `.` and `..` out of them.
func addressName(_ value: String, _ pointer: String) throws(Problem) -> String {
    let name = try text(value, pointer)
    guard name != ".", name != ".." else { throw .invalid(pointer, "must be more than dots") }
    return name
}

extension Problem {
    fileprivate static func cardInField(_ pointer: String) -> Problem {
        Problem(
            422, "card_in_field", "A citizen number must not stand in this field.",
            errors: [FieldError(pointer: pointer, message: "holds a citizen number")])
    }
}

extension Unicode.Scalar {
    /// Whether it is no control character, does not turn the direction of writing, and may stand in XML.
    fileprivate var isHarmless: Bool {
        switch properties.generalCategory {
        case .control: properties.isWhitespace
        case .format: !properties.isBidiControl
        default: !properties.isNoncharacterCodePoint
        }
    }
}
