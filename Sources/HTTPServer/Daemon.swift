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
    init(
        _ place: ListenerConfiguration, hosts: HostCheck, _ shared: Shared, handler: Handler, log: Logger
    ) throws(ServerError) {
        if place.listener == .tls && place.identity == nil { throw .noIdentity }
        socket = try ListeningSocket.open(place.place)
        bound = BoundAddress(listener: place.listener, address: socket.bound.address, port: socket.bound.port)
        gate = Gate(listener: place.listener, hosts: hosts, limits: shared.limits, handler: handler)
        settings = DaemonSettings(place.listener, limits: shared.limits, identity: place.identity)
        self.shared = shared
        self.log = log
        start()
        guard pointer != nil else {
            socket.close()
            throw .cannotStart(place.listener)
        }
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
