import Attendance
import Foundation
import HTTPServer
import Synchronization

/// Tells the open pages what happened in a session, after it is on disk.
///
/// Scans come as they are committed; counts are read once for all pages, at most four times a second. With no page
/// open nothing runs.
final class LiveFeed: Sendable {
    private struct State {
        var streams: [ID<Session>: [Int: EventStream]] = [:]
        var opened = 0
        var stale: Set<ID<Session>> = []
        var isStopped = false
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let counts: @Sendable (ID<Session>) -> String?

    /// - Parameter counts: the JSON of a session's counts; nil if it cannot be read now.
    init(counts: @escaping @Sendable (ID<Session>) -> String?) {
        self.counts = counts
        let thread = Thread { [weak self] in
            while let feed = self, feed.deliverNext() {}
        }
        thread.name = "live feed"
        thread.start()
    }

    /// A new stream that begins with the counts of now.
    func subscribe(to session: ID<Session>) -> EventStream {
        let number = state.withLock { state in
            state.opened += 1
            return state.opened
        }
        let stream = EventStream { [weak self] in self?.forget(number, of: session) }
        state.withLock { $0.streams[session, default: [:]][number] = stream }
        changed(session)
        return stream
    }

    /// Says that the session's counts may be others now.
    func changed(_ session: ID<Session>) {
        let isNew = state.withLock { state in
            state.streams[session]?.isEmpty == false && state.stale.insert(session).inserted
        }
        if isNew { wake.signal() }
    }

    /// Sends one event to the session's pages; `data` is made only if somebody listens.
    func tell(_ event: String, in session: ID<Session>, data: () -> String) {
        let streams = streams(of: session)
        guard !streams.isEmpty else { return }
        let data = data()
        for stream in streams { stream.send(event: event, data: data) }
        changed(session)
    }

    private func streams(of session: ID<Session>) -> [EventStream] {
        state.withLock { $0.streams[session].map { Array($0.values) } ?? [] }
    }

    /// Ends the thread; the server ends the streams.
    func stop() {
        state.withLock { $0.isStopped = true }
        wake.signal()
    }

    private func forget(_ number: Int, of session: ID<Session>) {
        state.withLock { state in
            state.streams[session]?[number] = nil
            if state.streams[session]?.isEmpty == true { state.streams[session] = nil }
        }
    }

    /// Waits for a change and tells it; false when the feed has stopped.
    private func deliverNext() -> Bool {
        wake.wait()
        let (sessions, isStopped) = state.withLock { state in
            defer { state.stale = [] }
            return (state.stale, state.isStopped)
        }
        for session in sessions {
            guard let data = counts(session) else { continue }
            for stream in streams(of: session) { stream.send(event: "counts", data: data) }
        }
        // Enough for the eye, and a full hall's burst costs four readings a second.
        if !isStopped, !sessions.isEmpty { Thread.sleep(forTimeInterval: 0.25) }
        return !isStopped
    }
}
