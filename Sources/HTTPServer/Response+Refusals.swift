/// What the server answers by itself, before or instead of the handler.
extension Response {
    static func badRequest(_ detail: String) -> Response {
        problem(400, "bad_request", title: "Bad request", detail: detail)
    }

    static func methodNotAllowed() -> Response {
        let allow = (name: "Allow", value: "GET, HEAD, POST, PUT, DELETE")
        return problem(405, "method_not_allowed", title: "Method not allowed", headers: [allow])
    }

    static func payloadTooLarge(limit: Int) -> Response {
        problem(413, "payload_too_large", title: "Content too large", detail: "At most \(limit) bytes are taken here.")
    }

    static func misdirected() -> Response {
        problem(421, "misdirected_request", title: "Misdirected request", detail: "This host is not served here.")
    }

    static func notImplemented() -> Response {
        problem(501, "not_implemented", title: "Not implemented", detail: "Only the transfer coding chunked is known.")
    }

    /// What a ``Reply`` that was dropped without an answer sends.
    static func internalError() -> Response {
        problem(500, "internal_error", title: "Internal error")
    }

    static func timedOut() -> Response {
        let soon = (name: "Retry-After", value: "1")
        return problem(503, "timeout", title: "Busy", detail: "No answer in time.", headers: [soon])
    }

    static func stopping() -> Response {
        problem(503, "stopping", title: "Stopping", headers: [(name: "Retry-After", value: "1")])
    }

    static func noRoomForBody() -> Response {
        problem(503, "storage_full", title: "No room for the content", headers: [(name: "Retry-After", value: "10")])
    }
}
