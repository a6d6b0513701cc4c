import HTTPServer

/// All addresses of the box, looked up by method and path. A path is never a file name.
struct RouteTable: Sendable {
    let all: [Route]
    private let root: Node

    init(_ routes: [Route]) {
        all = routes
        root = routes.reduce(into: Node()) { $0.insert($1, at: $1.pattern[...]) }
    }

    /// A route that was found.
    struct Match: Sendable {
        let route: Route
        /// What the segments in braces are, in their order.
        let parameters: [String]
    }

    /// Throws 404 for a path that is not in the table and 405 for a method that the path does not know.
    func find(_ method: Method, _ segments: [String]) throws(Problem) -> Match {
        var node = root
        var parameters: [String] = []
        for segment in segments {
            if let next = node.literals[segment] {
                node = next
            } else if let next = node.parameter.first {
                parameters.append(segment)
                node = next
            } else {
                throw .notFound
            }
        }
        if let route = node.routes[method] { return Match(route: route, parameters: parameters) }
        throw node.routes.isEmpty ? .notFound : .methodNotAllowed(node.routes.keys.map(\.rawValue).sorted())
    }

    /// Everything below one beginning of a path.
    private struct Node: Sendable {
        var literals: [String: Node] = [:]
        /// At most one: what follows a segment in braces. An array, since a struct cannot hold itself.
        var parameter: [Node] = []
        var routes: [Method: Route] = [:]

        mutating func insert(_ route: Route, at pattern: ArraySlice<Route.Segment>) {
            switch pattern.first {
            case nil: routes[route.method] = route
            case .literal(let text)?: literals[text, default: Node()].insert(route, at: pattern.dropFirst())
            case .parameter?:
                if parameter.isEmpty { parameter.append(Node()) }
                parameter[0].insert(route, at: pattern.dropFirst())
            }
        }
    }
}
