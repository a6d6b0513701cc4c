/// The right to answer one request, once, from any thread.
///
/// A reply that ends without ``send(_:)`` answers 500, so that no client waits for nothing.
package struct Reply: ~Copyable, Sendable {
    private var answer: (@Sendable (Response) -> Void)?

    /// A reply whose answer goes to `answer` instead of a connection.
    package init(to answer: @escaping @Sendable (Response) -> Void) {
        self.answer = answer
    }

    init(_ exchange: Exchange) {
        answer = exchange.answer
    }

    /// Answers. An answer after the server's own 503 (``Limits/answer``) is dropped.
    package consuming func send(_ response: Response) {
        answer.take()?(response)
    }

    deinit {
        answer?(.internalError())
    }
}
