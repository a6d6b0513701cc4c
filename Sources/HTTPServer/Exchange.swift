import Synchronization

/// Where the answer to one request and the connection that waits for it meet.
///
/// The polling thread comes with ``answerOrSuspend()``, any thread with ``answer(_:)``; whoever is second finds the other.
final class Exchange: Sendable {
    private enum State {
        case open
        case suspended
        case answered(Response)
        case closed
    }

    private let handle: ConnectionHandle
    private let state = Mutex(State.open)

    init(_ handle: ConnectionHandle) {
        self.handle = handle
    }

    /// The first answer counts and resumes the connection; later ones are discarded.
    func answer(_ response: Response) {
        let isFirst = state.withLock { state in
            switch state {
            case .open:
                state = .answered(response)
            case .suspended:
                state = .answered(response)
                handle.resume()
            case .answered, .closed:
                return false
            }
            return true
        }
        if !isFirst { response.discard() }
    }

    /// The answer if there is one, otherwise the connection is suspended until there is. On the polling thread.
    func answerOrSuspend() -> Response? {
        state.withLock { state in
            switch state {
            case .answered(let response):
                state = .closed
                return response
            case .open:
                state = .suspended
                handle.suspend()
                return nil
            case .suspended, .closed:
                return nil
            }
        }
    }

    /// The connection is gone: an answer to come is discarded. On the polling thread.
    func close() {
        let unsent: Response? = state.withLock { state in
            defer { state = .closed }
            guard case .answered(let response) = state else { return nil }
            return response
        }
        unsent?.discard()
    }
}

extension Response {
    /// Lets go of what would have been sent.
    func discard() {
        if case .events(let stream) = content { stream.close() }
    }
}
