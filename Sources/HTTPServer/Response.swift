/// One answer: what goes out, before HTTP makes bytes of it.
package struct Response: Sendable {
    /// What follows the head.
    package enum Content: Sendable {
        case empty
        case bytes([UInt8])
        /// Carries an ETag, answers `If-None-Match` with 304 and `Accept-Encoding: gzip` with the smaller variant.
        case asset(Asset)
        case file(ResponseFile)
        /// `text/event-stream`, not cached, ended by the server after ``Limits/stream``.
        case events(EventStream)
    }

    package var status: Int
    /// Fields beside `Content-Length`, `Date` and `Connection`, which the server adds.
    /// A field with a control character in it is not sent.
    package var headers: [(name: String, value: String)]
    package var content: Content

    /// An answer from its parts.
    package init(status: Int, headers: [(name: String, value: String)] = [], content: Content = .empty) {
        self.status = status
        self.headers = headers
        self.content = content
    }
}
