import Synchronization

@testable import HTTPServer

/// Replies put aside, to be answered later or never.
final class Held: Sendable {
    private let slot = Monitor<[Answering]>([])

    /// A reply in a copyable box.
    private final class Answering: Sendable {
        let reply: Mutex<Reply?>

        init(_ reply: consuming Reply) {
            self.reply = Mutex(reply)
        }
    }

    func keep(_ reply: consuming Reply) {
        let answering = Answering(reply)
        slot.change { $0.append(answering) }
    }

    /// Waits for the next reply and answers it, on the calling thread.
    func answer(_ text: String) {
        answer(with: Response(status: 200, content: .bytes(Array(text.utf8))))
    }

    func answer(with response: Response) {
        let next = slot.wait { $0.isEmpty ? nil : $0.removeFirst() }
        let reply = next.reply.withLock { $0.take() }
        reply?.send(response)
    }

    /// Waits until the handler has been called that many times.
    func wait(for count: Int = 1) {
        slot.wait { $0.count >= count ? () : nil }
    }
}
