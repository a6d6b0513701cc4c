/// The daemons of a server: those that listen, and those whose certificate was replaced, with their last connections.
struct DaemonGroup: Sendable {
    private var listening: [Daemon]
    private var retired: [Daemon] = []

    init(_ daemons: [Daemon]) {
        listening = daemons
    }

    var all: [Daemon] { listening + retired }

    /// Puts a daemon with the new certificate in the place of every one that speaks TLS.
    mutating func renew(_ identity: TLSIdentity) throws(ServerError) {
        endIdle()
        for index in listening.indices where listening[index].bound.listener == .tls {
            let successor = try listening[index].successor(showing: identity)
            listening[index].quiesce()
            retired.append(listening[index])
            listening[index] = successor
        }
    }

    /// Ends the daemons that nobody is connected to any more; they take no new connections.
    private mutating func endIdle() {
        retired.removeAll { daemon in
            guard daemon.connectionCount == 0 else { return false }
            daemon.stop()
            return true
        }
    }
}
