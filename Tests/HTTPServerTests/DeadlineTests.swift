import Testing

@testable import HTTPServer

@Suite struct DeadlineTests {
    /// Sends a byte every 20 ms until the server closes or the bytes are used up; whether it closed.
    private func trickle(_ client: Client, bytes: Int) -> Bool {
        (0..<bytes).contains { _ in !client.send("x") || client.isClosed(within: 20) }
    }

    @Test func silentConnectionIsCut() throws {
        let client = try Site(limits: .with { $0.headers = .milliseconds(100) }).connect()
        #expect(client.isClosed(within: 5_000))
    }

    @Test func oneByteAtATimeDoesNotKeepTheHeadersOpen() throws {
        let client = try Site(limits: .with { $0.headers = .milliseconds(100) }).connect()
        client.send("GET / HTTP/1.1\r\nX-Slow: ")
        #expect(trickle(client, bytes: 200))
    }

    /// The control of the test above: without the short deadline the same client is still there.
    @Test func oneByteAtATimeIsFineWithinTheDeadline() throws {
        let client = try Site().connect()
        client.send("GET / HTTP/1.1\r\nX-Slow: ")
        #expect(!trickle(client, bytes: 30))
        client.send("\r\nHost: localhost\r\n\r\n")
        #expect(try client.answer().status == 200)
    }

    @Test func oneByteAtATimeDoesNotKeepABodyOpen() throws {
        let client = try Site(limits: .with { $0.body = .milliseconds(100) }).connect()
        client.request("POST /", headers: ["Content-Length: 900"])
        #expect(trickle(client, bytes: 200))
    }

    @Test func bodyGetsASecondForEverySixteenKilobytesDeclared() {
        let limits = Limits()
        #expect(limits.duration(limits.body, bytes: 0) == .seconds(30))
        #expect(limits.duration(limits.body, bytes: 160 * 1_024) == .seconds(40))
        #expect(limits.duration(limits.body, bytes: .max) > .seconds(30))
    }

    @Test func idleConnectionIsClosedAfterItsAnswer() throws {
        let client = try Site(limits: .with { $0.idle = .milliseconds(100) }).connect()
        #expect(try client.exchange("GET /").status == 200)
        #expect(client.isClosed(within: 5_000))
    }

    @Test func unansweredRequestIsAnswered503AndTheLateAnswerIsDropped() throws {
        let held = Held()
        let site = try Site(limits: .with { $0.answer = .milliseconds(100) }) { request, reply in
            if request.path == "/held" { held.keep(reply) } else { Site.echo(request, reply) }
        }
        let client = try site.connect()
        let answer = try client.exchange("GET /held")
        #expect(answer.status == 503)
        #expect(answer["Retry-After"] == "1")
        held.answer("too late")
        #expect(try client.exchange("GET /next").content == "GET /next [] main")
    }

    @Test func clientThatDoesNotReadItsAnswerIsCut() throws {
        let limits = Limits.with { ($0.sending, $0.transferRate) = (.milliseconds(100), 1 << 40) }
        let site = try Site(limits: limits) { _, reply in
            reply.send(Response(status: 200, content: .bytes(Array(repeating: 0x78, count: 30_000_000))))
        }
        let client = try site.connect()
        client.request("GET /")
        #expect(site.settles(at: 1) && site.settles(at: 0))
        #expect(client.drain() < 30_000_000)
    }

    @Test func clientThatVanishesWhileItsRequestWaitsIsForgotten() throws {
        let held = Held()
        let site = try Site { _, reply in held.keep(reply) }
        for _ in 0..<50 {
            try site.connect().request("POST /", body: "hello")
        }
        held.wait(for: 50)
        for _ in 0..<50 { held.answer("nobody hears") }
        #expect(site.settles(at: 0))
    }
}
