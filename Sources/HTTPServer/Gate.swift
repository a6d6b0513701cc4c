/// What is decided about a request by its head alone.
struct Gate: Sendable {
    /// What becomes of a request before its body is read.
    enum Verdict {
        /// Read the body, then hand the request over.
        case take(Request, Lane, limit: Int, declared: Int)
        /// Read the body and throw it away, then answer.
        case refuse(Response)
        /// Answer now and close: a large body, one not begun, or one whose end is unknown follows.
        case refuseAtOnce(Response)
    }

    let listener: Listener
    let hosts: HostCheck
    let limits: Limits
    let handler: Handler

    /// Checks framing, Host, method and path, asks the handler, compares the declared length.
    func verdict(on head: RequestHead, from connection: Connection) -> Verdict {
        let framing = Framing(head.headers)
        switch framing {
        case .ambiguous: return .refuseAtOnce(.badRequest("Content-Length and Transfer-Encoding contradict."))
        case .unknownCoding: return .refuseAtOnce(.notImplemented())
        case .length, .chunked: break
        }
        if let refusal = hostRefusal(head, connection) { return refuse(refusal, head, framing) }
        guard let method = Method(token: head.method) else { return refuse(.methodNotAllowed(), head, framing) }
        guard let path = PercentDecoding.decode(head.path), let query = head.query else {
            return refuse(.badRequest("The target is not percent-encoded UTF-8."), head, framing)
        }
        let request = Request(
            method: method, path: path, segments: head.segments, query: query, headers: head.headers,
            remote: connection.peer, listener: listener)
        return verdict(on: request, head, framing)
    }

    private func verdict(on request: Request, _ head: RequestHead, _ framing: Framing) -> Verdict {
        switch handler.admit(request) {
        case .refuse(let response):
            refuse(response, head, framing)
        case .admit(_, let limit) where framing.declared > limit:
            refuse(.payloadTooLarge(limit: limit), head, framing)
        case .admit(let lane, let limit):
            .take(request, lane, limit: limit, declared: framing.declared)
        }
    }

    private func hostRefusal(_ head: RequestHead, _ connection: Connection) -> Response? {
        guard listener != .control else { return nil }
        switch hosts.verdict(head.headers.all("Host"), own: connection.own, isHTTP11: head.isHTTP11) {
        case .served: return nil
        case .malformed: return .badRequest("One Host is required.")
        case .foreign: return .misdirected()
        }
    }

    private func refuse(_ response: Response, _ head: RequestHead, _ framing: Framing) -> Verdict {
        let hasBody = framing == .chunked || framing.declared > 0
        let isTooLarge = framing.declared > limits.drainedBody
        return isTooLarge || (hasBody && head.expectsContinue) ? .refuseAtOnce(response) : .refuse(response)
    }
}
