import HTTPServer

/// One call of the box's own API, made by a command.
struct Call {
    let method: Method
    /// The parts of the path, not encoded: `api`, `v1`, `events`.
    let segments: [String]
    let query: [(String, String)]
    let contentType: String
    let body: [UInt8]

    /// `name` is one more part of the path, whatever it holds.
    init(
        _ method: Method, _ path: String, name: String? = nil, query: [(String, String)] = [],
        contentType: String = "application/json", body: [UInt8] = []
    ) {
        (self.method, self.query) = (method, query)
        segments = path.split(separator: "/").map(String.init) + (name.map { [$0] } ?? [])
        (self.contentType, self.body) = (contentType, body)
    }

    /// The request as the server sees it when no network is between.
    var request: Request {
        Request(
            method: method, path: "/" + segments.joined(separator: "/"), segments: segments, query: Query(query),
            headers: Headers([("Content-Type", contentType)]), body: Body(body), remote: .local, listener: .control)
    }

    /// The request as HTTP/1.1, on a connection of its own.
    var bytes: [UInt8] {
        let parameters = query.map { "\($0.percentEncoded())=\($1.percentEncoded())" }.joined(separator: "&")
        let path = segments.map { "/" + $0.percentEncoded() }.joined()
        let target = path + (parameters.isEmpty ? "" : "?" + parameters)
        let head = [
            "\(method.rawValue) \(target) HTTP/1.1", "Host: localhost", "Connection: close",
            "Content-Type: \(contentType)", "Content-Length: \(body.count)", "", "",
        ]
        return Array(head.joined(separator: "\r\n").utf8) + body
    }
}

extension String {
    /// RFC 3986: everything but the unreserved characters as `%XX`.
    fileprivate func percentEncoded() -> String {
        let safe = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return utf8.map { byte in
            if safe.contains(byte) { return String(UnicodeScalar(byte)) }
            let hex = String(byte, radix: 16, uppercase: true)
            return "%" + (hex.count == 1 ? "0" : "") + hex
        }.joined()
    }
}
