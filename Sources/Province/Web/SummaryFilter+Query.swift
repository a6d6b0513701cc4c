internal import Attendance
internal import HTTPServer

extension SummaryFilter {
    /// Reads `?programme=&from=&to=`; an empty value is none.
    init(_ query: Query) throws {
        let programme = query["programme"].flatMap { $0.isEmpty ? nil : $0 }
        self.init(
            programme: programme, from: try SummaryFilter.day("from", query), to: try SummaryFilter.day("to", query))
    }

    /// The first field of a query that is no day; nil where all are, or are empty.
    static func wrongDay(_ query: Query) -> String? {
        ["from", "to"].first { (try? day($0, query)) == nil && query[$0]?.isEmpty == false }
    }

    private static func day(_ name: String, _ query: Query) throws -> CivilDate? {
        guard let text = query[name], !text.isEmpty else { return nil }
        guard let day = CivilDate(iso: text) else {
            throw CallProblem.malformed("\(name) must be a day such as 2024-06-30.")
        }
        return day
    }
}
