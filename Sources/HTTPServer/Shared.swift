import Synchronization

/// What the daemons of one server have in common.
final class Shared: Sendable {
    let limits: Limits
    let table: ConnectionTable
    let lanes: Lanes
    let spool: BodySpool
    private let stopping = Atomic(false)

    init(_ configuration: Configuration, handler: Handler) throws(SystemError) {
        limits = configuration.limits
        spool = BodySpool(folder: configuration.temporaryFolder, limit: configuration.limits.spooledBodies)
        table = ConnectionTable(configuration)
        lanes = try Lanes(configuration, handler: handler)
    }

    /// From now on requests are answered 503.
    func beginStopping() {
        stopping.store(true, ordering: .sequentiallyConsistent)
    }

    var isStopping: Bool {
        stopping.load(ordering: .sequentiallyConsistent)
    }
}
