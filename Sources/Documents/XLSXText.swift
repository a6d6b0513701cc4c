internal import Attendance

/// A text of a workbook: in one piece, or in runs that have their own fonts.
struct XLSXText {
    private var runs: [Run] = []

    /// Part of the text and its own font; nil where the cell's font draws it.
    private struct Run {
        var text: String
        var font: String?
    }

    mutating func append(_ text: String, font: String?) {
        runs.append(Run(text: text, font: font))
    }

    /// The cell value where the cell's own font is `font`, which matters for fonts from before Unicode only.
    func cell(font: String?) -> Cell? {
        let stored = runs.count == 1 ? runs[0].text : runs.map(\.text).joined()
        guard stored.contains(where: { !$0.isWhitespace }) else { return nil }
        guard let encoding = runs.lazy.compactMap({ ($0.font ?? font).flatMap(LegacyEncoding.init(font:)) }).first
        else {
            return .text(stored)
        }
        let text = runs.map { run in
            (run.font ?? font).flatMap { LegacyEncoding.decoded(run.text, font: $0) } ?? run.text
        }.joined()
        return text == stored ? .text(stored) : .legacyText(text, stored: stored, encoding: encoding)
    }
}
