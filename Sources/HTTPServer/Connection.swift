internal import CMicroHTTPD
import Synchronization

/// What the server knows about one open socket: who is there, and until when it may do what it does.
final class Connection: Sendable {
    /// What the connection is doing.
    enum Phase {
        /// Headers or a body come in, or an answer goes out; then the socket is cut.
        case transferring
        /// The handler has the request; then 503.
        case waiting(Exchange)
        /// Events go out; then the stream is ended.
        case streaming(EventStream)
    }

    private let socket: Int32
    let peer: Address
    /// The address the client connected to.
    let own: Address?
    private let state: Mutex<(phase: Phase, deadline: Moment, isIdle: Bool)>

    init(socket: Int32, peer: Address, own: Address?, deadline: Moment) {
        self.socket = socket
        self.peer = peer
        self.own = own
        state = Mutex((.transferring, deadline, true))
    }

    /// Begins a phase that must end by `deadline`.
    func enter(_ phase: Phase, until deadline: Moment) {
        state.withLock { $0 = (phase, deadline, false) }
    }

    /// The connection waits for the next request.
    func rest(until deadline: Moment) {
        state.withLock { $0 = (.transferring, deadline, true) }
    }

    /// Ends the transfer in both directions; libmicrohttpd then closes the connection. Only while the table holds it.
    func cut() {
        cmhd_cut(socket)
    }

    /// Whether no request is under way.
    var isIdle: Bool {
        state.withLock { $0.isIdle }
    }

    /// The phase, if its time is up.
    func overdue(at now: Moment) -> Phase? {
        state.withLock { $0.deadline < now ? $0.phase : nil }
    }

    /// The phase.
    var phase: Phase {
        state.withLock { $0.phase }
    }
}
