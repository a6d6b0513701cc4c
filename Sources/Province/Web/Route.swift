internal import HTTPServer

/// One line of the table of addresses.
struct Route: Sendable {
    let method: Method
    let path: String
    let access: Access
    let lane: Lane
    /// Bytes of a request's body; more is answered 413.
    let bodyLimit: Int
    let action: @Sendable (Request, Caller) throws -> Response

    /// Who may call.
    enum Access: Sendable {
        case anybody
        /// A bearer token, or the cookie of somebody who typed one.
        case token
    }

    init(
        _ method: Method, _ path: String, _ access: Access = .token, on lane: Lane = .store, bodyLimit: Int = 64 << 10,
        _ action: @escaping @Sendable (Request, Caller) throws -> Response
    ) {
        (self.method, self.path, self.access, self.lane) = (method, path, access, lane)
        (self.bodyLimit, self.action) = (bodyLimit, action)
    }
}
