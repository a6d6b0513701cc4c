/// The rows of a paper sheet as an operator types them: `1-14, 17, 20`.
package struct RowList: Hashable, Sendable {
    /// In order, each once.
    package private(set) var rows: [Int] = []
    /// What could not be used, as it was typed.
    package private(set) var problems: [Problem] = []

    /// A part that names no row.
    package struct Problem: Hashable, Sendable {
        package let text: String
        package let kind: Kind

        package enum Kind: String, Codable, Sendable, CaseIterable {
            /// Neither a number nor a range.
            case unreadable
            /// The range ends before it begins.
            case reversed
            /// The sheet has no such row.
            case notOnSheet = "not_on_sheet"
        }
    }

    /// Reads the list for a sheet of `count` rows. Parts stand between commas, semicolons or spaces; a range is two
    /// numbers with any kind of dash between.
    package init(_ text: String, count: Int) {
        var found: Set<Int> = []
        for part in RowList.parts(text) {
            switch RowList.range(part, count: count) {
            case .success(let range): found.formUnion(range)
            case .failure(let problem): problems.append(problem)
            }
        }
        rows = found.sorted()
    }

    private static let dashes: Set<Character> = ["-", "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "−", "~"]

    /// Spaces around a dash belong to the range.
    private static func parts(_ text: String) -> [String] {
        var joined = ""
        for character in text.map({ dashes.contains($0) ? "-" : $0 }) {
            if character == "-" { joined = joined.trimmedAtEnd }
            if character.isWhitespace, joined.last == "-" { continue }
            joined.append(character)
        }
        return joined.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
    }

    private static func range(_ part: String, count: Int) -> Result<ClosedRange<Int>, Problem> {
        let numbers = part.split(separator: "-", omittingEmptySubsequences: false).map(number)
        guard (1...2).contains(numbers.count), let first = numbers[0], let last = numbers[numbers.count - 1] else {
            return .failure(Problem(text: part, kind: .unreadable))
        }
        guard first <= last else { return .failure(Problem(text: part, kind: .reversed)) }
        guard first >= 1, last <= count else { return .failure(Problem(text: part, kind: .notOnSheet)) }
        return .success(first...last)
    }

    /// At most six digits: more could not be a row, and could not be counted.
    private static func number(_ text: Substring) -> Int? {
        guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}

extension RowList.Problem: Error {}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
