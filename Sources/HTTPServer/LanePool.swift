/// The threads of one lane, and the requests that wait for them.
final class LanePool: Sendable {
    private struct Job {
        let request: Request
        let exchange: Exchange
    }

    private struct State {
        /// The box's own screen does not wait behind the network.
        var kiosk = FIFO<Job>()
        var others = FIFO<Job>()
        var isStopping = false
    }

    private let state: Monitor<State>
    private let threads: [WorkerThread]

    /// Starts the threads; throws ``SystemError``.
    init(_ name: String, threads: Int, handler: Handler) throws(SystemError) {
        let state = Monitor(State())
        self.state = state
        var started: [WorkerThread] = []
        for _ in 0..<max(1, threads) {
            started.append(try WorkerThread(name) { LanePool.work(state, handler) })
        }
        self.threads = started
    }

    /// Puts a request in the queue.
    func submit(_ request: Request, _ exchange: Exchange) {
        let job = Job(request: request, exchange: exchange)
        state.changeForOne { state in
            if request.listener == .kiosk { state.kiosk.append(job) } else { state.others.append(job) }
        }
    }

    /// Lets the requests being handled finish, forgets the waiting ones, ends the threads.
    func stop() {
        state.change { $0.isStopping = true }
        threads.forEach { $0.join() }
    }

    private static func work(_ state: Monitor<State>, _ handler: Handler) {
        while let job = state.wait(for: next) {
            handler.respond(job.request, Reply(job.exchange))
        }
    }

    /// The next job; an inner nil at the end.
    private static func next(_ state: inout State) -> Job?? {
        if state.isStopping { return .some(nil) }
        guard let job = state.kiosk.popFirst() ?? state.others.popFirst() else { return nil }
        return .some(job)
    }
}
