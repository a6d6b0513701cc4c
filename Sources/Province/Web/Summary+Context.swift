internal import Attendance

extension Summary {
    /// What the summary page shows.
    var context: [String: any Sendable] {
        [
            "programme": filter.programme ?? "", "from": filter.from?.iso ?? "", "to": filter.to?.iso ?? "",
            "query": filter.query, "is_empty": total.sessions == 0,
            "events": String(total.events), "sessions": String(total.sessions),
            "enrolments": String(total.enrolments), "registered": String(total.registered),
            "people": String(total.people), "attendances": String(total.attendances),
            "person_events": String(total.personEvents),
            "chart": ColumnChart(month.map { ($0.key, $0.attendances) }).svg,
            "groups": groups, "parts": parts,
        ]
    }

    private var groups: [[String: any Sendable]] {
        [
            group("programme", programme), group("month", month), group("commune", commune), group("sex", sex),
            group("kinh_dtts", kinhDTTS),
        ]
    }

    private func group(_ id: String, _ figures: [Figure]) -> [String: any Sendable] {
        let most = figures.map(\.attendances).max() ?? 1
        return [
            "id": id, "is_\(id)": true,
            "figures": figures.map { context($0, of: id, most: most) },
        ]
    }

    /// Keys are words of other people, who may call a commune `named`: only those the page has words for become names here.
    private func context(_ figure: Figure, of id: String, most: Int) -> [String: any Sendable] {
        var context: [String: any Sendable] = [
            "name": figure.name, "is_named": !Summary.words.contains(figure.key), "people": String(figure.people),
            "attendances": String(figure.attendances),
            "width": String(max(1, figure.attendances * 100 / max(1, most))),
            // Where somebody is from says nothing about their sex or the month.
            "is_approximate": id == "commune" && figure.approximate > 0,
        ]
        if Summary.words.contains(figure.key) { context["is_\(figure.key)"] = true }
        return context
    }

    /// The rows, programme by programme.
    private var parts: [[String: any Sendable]] {
        let programmes = Dictionary(grouping: rows, by: \.programme)
        return programmes.keys.sorted().map { programme in
            [
                "programme": programme, "is_unknown_programme": programme == "unknown",
                "rows": (programmes[programme] ?? []).map(\.context),
            ]
        }
    }

    /// The groups that the page has words for.
    private static let words: Set<String> = ["female", "male", "unknown", "foreign", "DTTS"]
}

extension Summary.Row {
    fileprivate var context: [String: any Sendable] {
        [
            "month": month, "commune": communeName, "is_unknown_commune": commune == "unknown",
            "people": String(people), "attendances": String(attendances),
        ]
    }
}

extension SummaryFilter {
    /// The filter as the links to the files carry it, ready for an address.
    fileprivate var query: String {
        let fields = [("programme", programme), ("from", from?.iso), ("to", to?.iso)]
        return fields.compactMap { name, value in
            value.map { "\(name)=" + SummaryFilter.escaped($0) }
        }.joined(separator: "&")
    }

    /// Percent-encoded but for letters, digits and `-` (RFC 3986).
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || character == "-" { return String(character) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }
}
