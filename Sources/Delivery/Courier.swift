internal import Foundation
package import Logging
internal import Store
internal import Synchronization

/// Delivers what waits, on one thread of its own that sleeps until a session is sealed or an attempt is due.
package final class Courier: Sendable {
    /// What it delivers from; who makes bundles beside it must use the same one.
    package let outbox: Outbox
    private let roads: [any Road]
    private let log: Logger
    private let state = Mutex(State())
    private let ended = DispatchSemaphore(value: 0)

    private struct State {
        /// Whether the next round takes everything and asks for no waiting time.
        var isForced = false
        /// Whether a round was asked for and has not ended.
        var isPushing = false
        var isStopped = false
        /// How often in a row something of this box itself has failed, by what was attempted.
        var failures: [String: Int] = [:]
    }

    package convenience init(
        _ outbox: Outbox, lrs: LRSSettings? = nil, webhook: WebhookSettings? = nil, log: Logger
    ) {
        var roads: [any Road] = [ProvinceRoad(outbox: outbox)]
        if let lrs { roads.append(LRSRoad(settings: lrs, outbox: outbox)) }
        if let webhook { roads.append(WebhookRoad(settings: webhook, store: outbox.store)) }
        self.init(outbox, roads: roads, log: log)
    }

    init(_ outbox: Outbox, roads: [any Road], log: Logger) {
        (self.outbox, self.roads, self.log) = (outbox, roads, log)
    }

    /// Starts the thread.
    package func start() {
        let thread = Thread { [self] in
            work()
            ended.signal()
        }
        thread.name = "courier"
        thread.start()
    }

    /// Ends the thread after at most a second of an upload that is under way, which is sent again after the next start.
    package func stop() {
        state.withLock { $0.isStopped = true }
        outbox.store.deliveryBell.ring()
        ended.wait()
    }

    /// Sends everything now, also what nobody has sealed yet; returns at once.
    package func pushNow() {
        state.withLock { ($0.isForced, $0.isPushing) = (true, true) }
        outbox.store.deliveryBell.ring()
    }

    /// Whether a push that was asked for is under way.
    package var isPushing: Bool { state.withLock { $0.isPushing } }

    /// One round on the calling thread, for a command without a running server.
    package func pushOnce() {
        _ = round(isForced: true)
    }

    private func work() {
        recover()
        while !isStopped {
            let isForced = state.withLock { state in
                defer { state.isForced = false }
                return state.isForced
            }
            let wait = round(isForced: isForced)
            state.withLock { $0.isPushing = $0.isForced }
            if !isStopped { outbox.store.deliveryBell.wait(milliseconds: wait) }
        }
    }

    /// What a fallen box was sending has not arrived, as far as anybody knows.
    private func recover() {
        attempt("outbox") {
            for bundle in try outbox.store.bundles() where bundle.state == .sending {
                _ = try outbox.store.perform(MoveBundle(bundle.id, .failed(DeliveryProblem(.cutOff))))
            }
            return nil
        }
    }

    /// Makes what is due and visits every destination; milliseconds until something is due again, nil for nothing.
    func round(isForced: Bool) -> Int64? {
        let made = attempt("outbox") {
            try outbox.make(isForced ? .everything : .sealed)
            return nil
        }
        let visited = roads.map { road in
            attempt(road.destination.rawValue) { try visit(road, isForced: isForced) }
        }
        return ([made] + visited).compactMap { $0 }.min()
    }

    private func visit(_ road: any Road, isForced: Bool) throws -> Int64? {
        let store = outbox.store
        let wait = try store.state(of: road.destination)?.wait(SystemClock.reading()) ?? 0
        if wait > 0 && !isForced { return wait }
        do {
            if try road.deliver(isCancelled: { [self] in isStopped }) {
                _ = try store.perform(RecordAttempt(road.destination, problem: nil) { _ in 0 })
            }
            return nil
        } catch let problem as DeliveryProblem {
            if isStopped { return nil }
            log.warning("\(road.destination.rawValue): \(problem.kind.rawValue) \(problem.detail)")
            let chance = Double.random(in: 0..<1)
            let state = try store.perform(
                RecordAttempt(road.destination, problem: problem) {
                    Backoff.milliseconds(afterFailures: $0, chance: chance)
                })
            return state.wait(SystemClock.reading())
        }
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    /// What fails here is tried again after a while, since no bell may ring until then: milliseconds, nil for nothing to
    /// do. How often it has failed is kept in memory: a full disk takes no note. The store itself ends the process when it
    /// must.
    @discardableResult
    private func attempt(_ what: String, _ body: () throws -> Int64?) -> Int64? {
        do {
            let wait = try body()
            state.withLock { $0.failures[what] = nil }
            return wait
        } catch {
            log.error("\(what): \(error)")
            let failures = state.withLock { state in
                state.failures[what, default: 0] += 1
                return state.failures[what, default: 1]
            }
            return Backoff.milliseconds(afterFailures: failures, chance: Double.random(in: 0..<1))
        }
    }
}
