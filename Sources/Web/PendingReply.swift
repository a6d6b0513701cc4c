import HTTPServer
import Synchronization

/// Carries a reply into a callback: closures cannot own a noncopyable value, so the first to come takes it.
final class PendingReply: Sendable {
    private let reply: Mutex<Reply?>

    init(_ reply: consuming sending Reply) {
        self.reply = Mutex(reply)
    }

    /// Sends once; later calls do nothing. If nobody sends, the reply's own end answers 500.
    func send(_ response: Response) {
        guard let reply = reply.withLock({ $0.take() }) else { return }
        reply.send(response)
    }
}
