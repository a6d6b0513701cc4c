/// The three lanes: where requests are handed to the handler.
final class Lanes: Sendable {
    private let handler: Handler
    private let store: LanePool
    private let slow: LanePool

    /// Starts the threads of the lanes; throws ``SystemError``.
    init(_ configuration: Configuration, handler: Handler) throws(SystemError) {
        self.handler = handler
        store = try LanePool("store", threads: configuration.storeThreads, handler: handler)
        slow = try LanePool("slow", threads: configuration.slowThreads, handler: handler)
    }

    /// Runs the handler on that lane; on the calling thread for ``Lane/inline``.
    func dispatch(_ request: Request, _ exchange: Exchange, to lane: Lane) {
        switch lane {
        case .inline: handler.respond(request, Reply(exchange))
        case .store: store.submit(request, exchange)
        case .slow: slow.submit(request, exchange)
        }
    }

    /// Ends the threads after what they are doing.
    func stop() {
        store.stop()
        slow.stop()
    }
}
