/// The methods a handler can be asked for.
///
/// HEAD is routed as ``get``: the server sends the head of the answer and drops its content.
package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
}

extension Method {
    /// The method a request line names; nil for one that is answered 405.
    init?(token: String) {
        self.init(rawValue: token == "HEAD" ? "GET" : token)
    }
}
