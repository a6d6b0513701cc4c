/// Everything a client can use up, with the unit and what happens at the limit.
package struct Limits: Sendable {
    /// Connections of the main and of the TLS listener each; more wait in the backlog of the socket.
    package var connections = 1_024
    /// Connections of the kiosk and of the control listener each; more wait in the backlog of the socket.
    package var ownConnections = 64
    /// Connections of one address over all listeners; more are closed at once.
    package var connectionsPerAddress = 32
    /// Whether loopback is exempt from ``connectionsPerAddress``.
    package var exemptsLoopback = true
    /// Bytes of request line and headers together; more is answered 431.
    package var headerMemory = 16 * 1_024
    /// Bytes of a body kept in memory; a larger one goes to a file without a name.
    package var bodyMemory = 256 * 1_024
    /// Bytes of all bodies in such files together; who sends more is answered 503.
    package var spooledBodies = 1 << 30
    /// Bytes of a refused body that are read and thrown away, so that the client sees the refusal and not a reset; after
    /// that many the connection is cut.
    package var drainedBody = 32 * 1_024 * 1_024
    /// From the opening of a connection to the end of its first headers; then the connection is cut.
    package var headers = Duration.seconds(8)
    /// From the end of an answer to the end of the next headers on the same connection; then it is cut.
    package var idle = Duration.seconds(30)
    /// For a body, plus 1 s per ``transferRate`` bytes declared; then the connection is cut.
    package var body = Duration.seconds(30)
    /// From the last byte of a request to its answer; then 503.
    package var answer = Duration.seconds(20)
    /// For the sending of an answer, plus 1 s per ``transferRate`` bytes; then the connection is cut.
    package var sending = Duration.seconds(30)
    /// Length of an event stream; then it is ended, and the client comes again.
    package var stream = Duration.seconds(25)
    /// For requests under way when the server stops; then 503.
    package var stopping = Duration.seconds(3)
    /// Bytes a second that the slowest acceptable client moves.
    package var transferRate = 16 * 1_024

    /// The limits of an ordinary box.
    package init() {}
}

extension Limits {
    /// What a transfer of that many bytes may take.
    func duration(_ base: Duration, bytes: Int) -> Duration {
        base + .seconds(max(0, bytes) / max(1, transferRate))
    }

    /// How often deadlines are looked at while there are connections: a quarter of the shortest one, at most 1 s.
    var tick: Duration {
        let shortest = [headers, idle, body, answer, sending, stream].min() ?? headers
        return max(.milliseconds(5), min(.seconds(1), shortest / 4))
    }
}
