import Attendance
import HTTPServer

/// One request on its way through a route.
struct Context: Sendable {
    let request: Request
    let caller: Caller
    let match: RouteTable.Match

    /// What a segment in braces is; empty for a name that the route does not have.
    func parameter(_ name: String) -> String {
        match.route.parameterNames.firstIndex(of: name).map { match.parameters[$0] } ?? ""
    }

    /// The id in the path; 404 for text that is no id, since nothing can be there.
    func id<Subject>(_ name: String = "id") throws(Problem) -> ID<Subject> {
        guard let id = ID<Subject>(parameter(name)) else { throw .notFound }
        return id
    }

    /// A whole number of the query; 400 outside `range`.
    func number(_ name: String, in range: ClosedRange<Int>, default fallback: Int) throws(Problem) -> Int {
        guard let text = request.query[name] else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw .malformed("\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A yes or no of the query; missing is no.
    func flag(_ name: String) throws(Problem) -> Bool {
        switch request.query[name] {
        case nil, "false", "0": return false
        case "true", "1", "": return true
        default: throw .malformed("\(name) must be true or false")
        }
    }
}
