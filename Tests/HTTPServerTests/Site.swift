import Foundation
import Logging

@testable import HTTPServer

/// A server on a free port of loopback, stopped with the last reference.
final class Site {
    let server: Server

    init(
        listeners: [ListenerConfiguration] = [ListenerConfiguration(.main, at: .address("127.0.0.1", port: 0))],
        limits: Limits = Limits(),
        hostNames: Set<String> = [],
        trustedNAT: Set<Address> = [],
        temporaryFolder: String = NSTemporaryDirectory(),
        lane: Lane = .inline,
        slowPath: String? = nil,
        bodyLimit: Int = 1_000,
        refusal: Response? = nil,
        respond: @escaping @Sendable (Request, consuming Reply) -> Void = Site.echo
    ) throws {
        let configuration = Configuration(
            listeners: listeners, limits: limits, hostNames: hostNames, trustedNAT: trustedNAT,
            temporaryFolder: temporaryFolder)
        let handler = Handler(
            admit: { request in
                refusal.map { .refuse($0) } ?? .admit(request.path == slowPath ? .slow : lane, bodyLimit: bodyLimit)
            }, respond: respond)
        server = try Server(configuration, handler: handler, log: Logger(label: "test"))
    }

    deinit {
        server.stop()
    }

    /// A new connection to the first listener.
    func connect(from source: String? = nil) throws -> Client {
        try Client(to: server.addresses[0], from: source, of: self)
    }

    /// Waits until that many connections are open; false after ten seconds.
    func settles(at count: Int) -> Bool {
        eventually { server.connectionCount == count }
    }

    /// Answers with method, path, body and listener of the request.
    static func echo(_ request: Request, _ reply: consuming Reply) {
        let body = (try? request.body.bytes()).map { String(decoding: $0, as: UTF8.self) } ?? "unreadable"
        let text = "\(request.method.rawValue) \(request.path) [\(body)] \(request.listener)"
        reply.send(Response(status: 200, content: .bytes(Array(text.utf8))))
    }
}

extension Limits {
    /// The ordinary limits with some of them changed.
    static func with(_ change: (inout Limits) -> Void) -> Limits {
        var limits = Limits()
        change(&limits)
        return limits
    }
}

/// Asks again and again; false after ten seconds.
func eventually(_ condition: () -> Bool) -> Bool {
    let end = Moment.now() + .seconds(10)
    while Moment.now() < end {
        if condition() { return true }
        sched_yield()
    }
    return condition()
}
