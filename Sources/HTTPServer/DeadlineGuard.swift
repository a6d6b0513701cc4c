/// Ends what takes too long: libmicrohttpd's own timeout counts inactivity only, so that one byte every two seconds
/// would live for ever, and it forgets suspended connections.
struct DeadlineGuard: Sendable {
    let table: ConnectionTable
    let limits: Limits

    /// Looks at all deadlines while there are connections and sleeps while there are none; returns when the server stops.
    func run() {
        while table.waitForConnection() {
            guard table.wait(until: .now() + limits.tick) else { return }
            enforce(at: .now())
        }
    }

    /// Does what the deadlines that have passed ask for.
    func enforce(at now: Moment) {
        var late: [Connection.Phase] = []
        table.forEach { connection in
            guard let phase = connection.overdue(at: now) else { return }
            if case .transferring = phase { connection.cut() }
            late.append(phase)
        }
        // Outside the table's lock: a resumed connection may be closed at once, which needs it.
        late.forEach { $0.finish(.timedOut()) }
    }
}

extension Connection.Phase {
    /// Lets the client go: the answer if it waits for one, the end of its stream.
    func finish(_ response: @autoclosure () -> Response) {
        switch self {
        case .transferring: break
        case .waiting(let exchange): exchange.answer(response())
        case .streaming(let stream): stream.end()
        }
    }
}
