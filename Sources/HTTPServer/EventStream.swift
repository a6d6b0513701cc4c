import Synchronization

/// A stream of server-sent events to one client (HTML, 9.2).
///
/// Ended by the server after ``Limits/stream``; the client comes again after a second and asks for the state anew.
package final class EventStream: Sendable {
    /// Bytes that may wait for a slow client; more end the stream.
    package static let queueLimit = 64 * 1_024

    private struct State {
        var waiting = Array("retry: 1000\n\n".utf8)
        var isEnded = false
        var isClosed = false
        /// The connection, while it sleeps because nothing waits.
        var sleeper: ConnectionHandle?
    }

    /// What a reader gets.
    enum Part {
        case bytes(Int)
        case end
        /// The connection has been suspended.
        case later
    }

    private let state = Mutex(State())
    private let onClose: @Sendable () -> Void

    /// - Parameter onClose: called once, on any thread, when nothing more can be sent.
    package init(onClose: @escaping @Sendable () -> Void = {}) {
        self.onClose = onClose
    }

    /// Sends an event; each line of `data` becomes a line of its own. After the end nothing happens. Any thread.
    package func send(event: String, data: String) {
        let frame = EventStream.frame(event, data)
        wake { state in
            guard !state.isEnded else { return }
            if state.waiting.count + frame.utf8.count > EventStream.queueLimit {
                state.isEnded = true
            } else {
                state.waiting += frame.utf8
            }
        }
    }

    /// Ends the stream after what waits has been sent. Any thread.
    package func end() {
        wake { $0.isEnded = true }
    }

    /// Moves up to `buffer.count` waiting bytes out, or suspends the connection. On its polling thread.
    func read(into buffer: UnsafeMutableRawBufferPointer, for handle: ConnectionHandle) -> Part {
        state.withLock { state in
            let count = min(buffer.count, state.waiting.count)
            if count > 0 {
                buffer.copyBytes(from: state.waiting.prefix(count))
                state.waiting.removeFirst(count)
                return .bytes(count)
            }
            if state.isEnded { return .end }
            state.sleeper = handle
            handle.suspend()
            return .later
        }
    }

    /// The connection is gone, or never came.
    func close() {
        let isFirst = state.withLock { state in
            defer { (state.isClosed, state.isEnded, state.sleeper) = (true, true, nil) }
            return !state.isClosed
        }
        if isFirst { onClose() }
    }

    private static func frame(_ event: String, _ data: String) -> String {
        let isEnd = { (character: Character) in character == "\n" || character == "\r" || character == "\r\n" }
        let hasEnds = data.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let lines = hasEnds ? data.split(omittingEmptySubsequences: false, whereSeparator: isEnd) : [data[...]]
        return "event: \(event.filter { !isEnd($0) })\n" + lines.map { "data: \($0)\n" }.joined() + "\n"
    }

    private func wake(_ change: (inout State) -> Void) {
        state.withLock { state in
            change(&state)
            state.sleeper.take()?.resume()
        }
    }
}
