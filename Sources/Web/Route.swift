import HTTPServer

/// One line of the table of addresses: what it is called, who may call it, where it runs, how much it takes.
struct Route: Sendable {
    let method: Method
    /// The segments of the path; a segment in braces matches any one segment.
    let pattern: [Segment]
    /// The names in braces, in their order.
    let parameterNames: [String]
    let access: Access
    let lane: Lane
    /// Bytes of a request's body; more is answered 413.
    let bodyLimit: Int
    let action: @Sendable (Context) throws -> Answer

    /// What stands between two slashes.
    enum Segment: Sendable, Equatable {
        case literal(String)
        case parameter(String)
    }

    /// `pattern` as in `/api/v1/events/{id}`.
    init(
        _ method: Method, _ pattern: String, _ access: Access, on lane: Lane = .store, bodyLimit: Int = 64 << 10,
        _ action: @escaping @Sendable (Context) throws -> Answer
    ) {
        self.method = method
        self.pattern = pattern.split(separator: "/").map { segment in
            segment.first == "{" ? .parameter(String(segment.dropFirst().dropLast())) : .literal(String(segment))
        }
        parameterNames = self.pattern.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
        (self.access, self.lane, self.bodyLimit, self.action) = (access, lane, bodyLimit, action)
    }

    /// The pattern as it was written.
    var text: String {
        "/"
            + pattern.map { segment in
                switch segment {
                case .literal(let literal): literal
                case .parameter(let name): "{\(name)}"
                }
            }.joined(separator: "/")
    }
}
