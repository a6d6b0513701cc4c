extension Handler {
    /// Answers a request on the calling thread and waits for it, without a server or a socket.
    ///
    /// The same path as over the network from the admission on, including 413.
    package func answer(_ request: Request) -> Response {
        var head = request
        head.body = Body()
        switch admit(head) {
        case .refuse(let response):
            return response
        case .admit(_, let limit) where request.body.count > limit:
            return .payloadTooLarge(limit: limit)
        case .admit:
            return response(to: request)
        }
    }

    private func response(to request: Request) -> Response {
        let answer = Monitor<Response?>(nil)
        respond(request, Reply(to: { response in answer.change { $0 = response } }))
        return answer.wait { $0 }
    }
}
