internal import CMicroHTTPD
import Logging

/// One libmicrohttpd daemon: a listener with its polling threads.
///
/// `@unchecked Sendable`: what is mutable belongs to `init`, `quiesce` and `stop`, which the server calls in turn.
final class Daemon: @unchecked Sendable {
    let gate: Gate
    let shared: Shared
    let log: Logger
    let bound: BoundAddress
    private let socket: ListeningSocket
    private let settings: DaemonSettings
    private var pointer: OpaquePointer?

    /// Opens the listener and starts to serve it.
    convenience init(
        _ place: ListenerConfiguration, hosts: HostCheck, _ shared: Shared, handler: Handler, log: Logger
    ) throws(ServerError) {
        if place.listener == .tls && place.identity == nil { throw .noIdentity }
        let socket = try ListeningSocket.open(place.place)
        let gate = Gate(listener: place.listener, hosts: hosts, limits: shared.limits, handler: handler)
        try self.init(socket, gate, place.identity, shared, log)
    }

    /// Starts to serve a listener that is open already; closes it when that fails.
    private init(
        _ socket: ListeningSocket, _ gate: Gate, _ identity: TLSIdentity?, _ shared: Shared, _ log: Logger
    ) throws(ServerError) {
        (self.socket, self.gate, self.shared, self.log) = (socket, gate, shared, log)
        bound = BoundAddress(listener: gate.listener, address: socket.bound.address, port: socket.bound.port)
        settings = DaemonSettings(gate.listener, limits: shared.limits, identity: identity)
        start()
        guard pointer != nil else {
            socket.close()
            throw .cannotStart(gate.listener)
        }
    }

    /// Another daemon on the same listener, which shows another certificate; this one still listens too.
    func successor(showing identity: TLSIdentity) throws(ServerError) -> Daemon {
        try Daemon(try socket.duplicate(), gate, identity, shared, log)
    }

    /// Connections open at this moment.
    var connectionCount: Int {
        pointer.map { Int(cmhd_connections($0)) } ?? 0
    }

    private func start() {
        let settings = settings.pointer
        settings.pointee.listen_socket = socket.descriptor
        // Not retained: the server keeps the daemon until its threads have ended.
        settings.pointee.context = Unmanaged.passUnretained(self).toOpaque()
        settings.pointee.accept = acceptConnection
        settings.pointee.connection_changed = connectionChanged
        settings.pointee.access = handleAccess
        settings.pointee.completed = requestCompleted
        settings.pointee.log_line = logLine
        pointer = cmhd_start(settings)
    }

    /// Takes no new connections; the open ones go on.
    func quiesce() {
        _ = pointer.map { MHD_quiesce_daemon($0) }
    }

    /// Closes all connections and ends the threads; nothing may be suspended any more.
    func stop() {
        pointer.take().map { MHD_stop_daemon($0) }
        socket.close()
    }
}
