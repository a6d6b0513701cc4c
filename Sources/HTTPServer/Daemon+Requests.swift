internal import CMicroHTTPD
import Glibc

/// The life of one request, on the polling thread of its connection.
extension Daemon {
    /// A socket was accepted.
    func opened(_ socket: Int32) -> Connection {
        let connection = Connection(
            socket: socket,
            // A client that is gone already is nobody in particular, above all not this machine.
            peer: Address(of: socket, by: getpeername) ?? .v4(0),
            own: Address(of: socket, by: getsockname),
            deadline: .now() + shared.limits.headers)
        if !shared.table.add(connection) { connection.cut() }
        return connection
    }

    /// The head was read: what happens to the request, and an answer if it is to be given at once.
    func begin(_ head: RequestHead, on connection: Connection) -> (Incoming, refusal: Response?) {
        let verdict = shared.isStopping ? .refuse(.stopping()) : gate.verdict(on: head, from: connection)
        var refusal: Response?
        var declared = 0
        let stage: Incoming.Stage
        switch verdict {
        case .take(let request, let lane, let limit, let length):
            declared = length
            let memory = shared.limits.bodyMemory
            let buffer = BodyBuffer(declared: length, memoryLimit: memory, spool: shared.spool)
            stage = .receiving(request, buffer, lane, limit: limit)
        case .refuse(let response):
            stage = .refusing(response)
        case .refuseAtOnce(let response):
            stage = .answered
            refusal = response
        }
        connection.enter(.transferring, until: .now() + shared.limits.duration(shared.limits.body, bytes: declared))
        return (Incoming(connection, head.headers, stage, drainable: shared.limits.drainedBody), refusal)
    }

    /// The request is complete, or was resumed: sends the answer or suspends the connection until there is one.
    func proceed(_ incoming: Incoming, _ handle: ConnectionHandle) -> MHD_Result {
        switch incoming.stage {
        case .receiving(var request, let buffer, let lane, _):
            request.body = buffer.finish()
            let exchange = Exchange(handle)
            incoming.stage = .handed(exchange)
            hand(request, exchange, to: lane, incoming.connection)
            return settle(exchange, incoming, handle)
        case .refusing(let response):
            incoming.stage = .answered
            return send(response, incoming, handle)
        case .handed(let exchange):
            return settle(exchange, incoming, handle)
        case .answered:
            return .YES
        }
    }

    private func hand(_ request: Request, _ exchange: Exchange, to lane: Lane, _ connection: Connection) {
        connection.enter(.waiting(exchange), until: .now() + shared.limits.answer)
        // After entering the phase: either this sees that the server stops, or the stopping server sees the exchange.
        if shared.isStopping {
            exchange.answer(.stopping())
        } else {
            shared.lanes.dispatch(request, exchange, to: lane)
        }
    }

    private func settle(_ exchange: Exchange, _ incoming: Incoming, _ handle: ConnectionHandle) -> MHD_Result {
        guard let response = exchange.answerOrSuspend() else { return .YES }
        return send(response, incoming, handle)
    }

    /// Queues an answer.
    func send(_ response: Response, _ incoming: Incoming, _ handle: ConnectionHandle) -> MHD_Result {
        guard let wire = response.wire(for: incoming.headers, on: handle) else {
            response.discard()
            return .NO
        }
        defer { MHD_destroy_response(wire.pointer) }
        if case .events(let stream) = response.content {
            incoming.connection.enter(.streaming(stream), until: .now() + shared.limits.stream)
            if shared.isStopping { stream.end() }
        } else {
            let time = shared.limits.duration(shared.limits.sending, bytes: wire.length)
            incoming.connection.enter(.transferring, until: .now() + time)
        }
        return MHD_queue_response(handle.pointer, wire.status, wire.pointer)
    }

    /// The answer is out, or the connection is lost.
    func finish(_ incoming: Incoming) {
        if case .handed(let exchange) = incoming.stage { exchange.close() }
        incoming.connection.rest(until: .now() + shared.limits.idle)
    }
}
