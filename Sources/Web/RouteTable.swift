import HTTPServer

/// All addresses of the box, looked up by method and path. A path is never a file name.
struct RouteTable: Sendable {
    let all: [Route]
    /// By the number of segments.
    private let routes: [Int: [Route]]

    init(_ routes: [Route]) {
        all = routes
        self.routes = Dictionary(grouping: routes) { $0.pattern.count }
    }

    struct Match: Sendable {
        let route: Route
        let parameters: [String: String]
    }

    /// Throws 404 for a path that is not in the table and 405 for a method that the path does not know.
    func find(_ method: Method, _ path: String) throws(Problem) -> Match {
        let segments = path.split(separator: "/", omittingEmptySubsequences: true)
        var others: [Method] = []
        for route in routes[segments.count] ?? [] {
            guard let parameters = route.match(segments) else { continue }
            if route.method == method { return Match(route: route, parameters: parameters) }
            others.append(route.method)
        }
        throw others.isEmpty ? .notFound : .methodNotAllowed(others.map(\.rawValue))
    }
}
