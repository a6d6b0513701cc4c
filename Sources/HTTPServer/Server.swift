import Glibc
package import Logging
import Synchronization

/// An HTTP server: libmicrohttpd's polling threads in front, the lanes behind, a guard over all.
///
/// Serves from the end of `init` to ``stop()``. For the whole process, ignores SIGPIPE and raises the soft limit of open
/// descriptors as far as ``Limits/connections`` need it.
package final class Server: Sendable {
    /// The listeners in the order configured, with the ports the system chose.
    package let addresses: [BoundAddress]
    private let shared: Shared
    private let daemons: Mutex<DaemonGroup>
    private let guardThread: WorkerThread
    private let isStopped = Mutex(false)

    /// Opens all listeners; throws ``ServerError`` or ``SystemError``, and has closed everything then.
    package init(_ configuration: Configuration, handler: Handler, log: Logger) throws {
        signal(SIGPIPE, SIG_IGN)
        Server.raiseDescriptorLimit(to: 4 * configuration.limits.connections)
        shared = try Shared(configuration, handler: handler)
        let deadlines = DeadlineGuard(table: shared.table, limits: shared.limits)
        guardThread = try WorkerThread("deadlines") { deadlines.run() }
        let started: [Daemon]
        do {
            started = try Server.start(configuration, shared, handler, log)
        } catch {
            Server.end(shared, guardThread)
            throw error
        }
        addresses = started.map(\.bound)
        daemons = Mutex(DaemonGroup(started))
    }

    deinit {
        stop()
    }

    /// Connections open at this moment, over all listeners.
    package var connectionCount: Int {
        shared.table.count
    }

    /// Ends the service: no new connections, event streams ended, ``Limits/stopping`` for requests under way, 503 for
    /// the rest. Returns when all threads have ended; further calls do nothing.
    package func stop() {
        let isFirst = isStopped.withLock { stopped in
            defer { stopped = true }
            return !stopped
        }
        guard isFirst else { return }
        shared.beginStopping()
        let daemons = daemons.withLock { $0.all }
        daemons.forEach { $0.quiesce() }
        finish { if case .streaming(let stream) = $0 { stream.end() } }
        finish { $0.finish(.stopping()) }
        daemons.forEach { $0.stop() }
        Server.end(shared, guardThread)
    }

    /// Shows another certificate on the TLS listeners from now on; open connections go on under the old one.
    ///
    /// Throws ``ServerError`` for a certificate that does not fit its key; the old one is shown on then. Does nothing
    /// after ``stop()``.
    package func renew(_ identity: TLSIdentity) throws(ServerError) {
        try daemons.withLock { daemons throws(ServerError) in
            // Inside the lock: either this sees that the server stops, or the stopping server sees the new daemons.
            if isStopped.withLock(\.self) { return }
            try daemons.renew(identity)
        }
    }

    /// Does that to every phase until no request is under way, for at most ``Limits/stopping``.
    private func finish(_ body: (Connection.Phase) -> Void) {
        let deadline = Moment.now() + shared.limits.stopping
        repeat {
            var phases: [Connection.Phase] = []
            shared.table.forEach { phases.append($0.phase) }
            phases.forEach(body)
            guard shared.table.isBusy else { return }
            usleep(5_000)
        } while Moment.now() < deadline
    }

    private static func raiseDescriptorLimit(to count: Int) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, rlim_t(max(0, count))))
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    private static func start(
        _ configuration: Configuration, _ shared: Shared, _ handler: Handler, _ log: Logger
    ) throws(ServerError) -> [Daemon] {
        let hosts = HostCheck(names: configuration.hostNames)
        var started: [Daemon] = []
        do throws(ServerError) {
            for place in configuration.listeners {
                started.append(try Daemon(place, hosts: hosts, shared, handler: handler, log: log))
            }
        } catch {
            started.forEach { $0.stop() }
            throw error
        }
        return started
    }

    private static func end(_ shared: Shared, _ guardThread: WorkerThread) {
        shared.table.stop()
        guardThread.join()
        shared.lanes.stop()
    }
}
