/// All open connections of the server, over all listeners.
final class ConnectionTable: Sendable {
    /// What the table holds.
    struct State {
        var connections: [ObjectIdentifier: Connection] = [:]
        var perAddress: [Address: Int] = [:]
        var isStopping = false
    }

    private let monitor = Monitor(State())
    private let limit: Int
    private let exemptsLoopback: Bool
    private let trusted: Set<Address>

    init(_ configuration: Configuration) {
        limit = configuration.limits.connectionsPerAddress
        exemptsLoopback = configuration.limits.exemptsLoopback
        trusted = configuration.trustedNAT
    }

    /// Whether one more connection may come from there.
    func admits(_ peer: Address) -> Bool {
        isExempt(peer) || monitor.withLock { $0.perAddress[peer, default: 0] } < limit
    }

    /// Adds a connection; false if its address has more than its share: two threads may have admitted the last one at once.
    func add(_ connection: Connection) -> Bool {
        let (isFirst, count) = monitor.withLock { state in
            state.connections[ObjectIdentifier(connection)] = connection
            state.perAddress[connection.peer, default: 0] += 1
            return (state.connections.count == 1, state.perAddress[connection.peer, default: 0])
        }
        // The guard sleeps while there is nothing to guard.
        if isFirst { monitor.change { _ in } }
        return count <= limit || isExempt(connection.peer)
    }

    func remove(_ connection: Connection) {
        monitor.withLock { state in
            state.connections[ObjectIdentifier(connection)] = nil
            let rest = state.perAddress[connection.peer, default: 1] - 1
            state.perAddress[connection.peer] = rest > 0 ? rest : nil
        }
    }

    /// Runs `body` on every connection. A connection is not closed meanwhile, so its socket number is still its own.
    func forEach(_ body: (Connection) -> Void) {
        monitor.withLock { $0.connections.values.forEach(body) }
    }

    /// Whether a request is under way.
    var isBusy: Bool {
        monitor.withLock { $0.connections.values.contains { !$0.isIdle } }
    }

    /// How many connections are open.
    var count: Int {
        monitor.withLock { $0.connections.count }
    }

    /// Waits until there is a connection; false when the server stops instead.
    func waitForConnection() -> Bool {
        monitor.wait { $0.isStopping ? false : $0.connections.isEmpty ? nil : true }
    }

    /// Waits; false when the server stops before that moment.
    func wait(until moment: Moment) -> Bool {
        monitor.wait(until: moment) { $0.isStopping ? false : nil } ?? true
    }

    /// Ends the waiting of the guard.
    func stop() {
        monitor.change { $0.isStopping = true }
    }

    private func isExempt(_ peer: Address) -> Bool {
        peer == .local || (exemptsLoopback && peer.isLoopback) || trusted.contains(peer)
    }
}
