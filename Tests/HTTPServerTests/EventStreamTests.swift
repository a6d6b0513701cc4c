import Testing

@testable import HTTPServer

@Suite struct EventStreamTests {
    /// A server whose every answer is the stream, and a flag that its end sets.
    private struct Feed {
        let stream: EventStream
        let site: Site
        private let closings = Monitor(0)

        init(limits: Limits = Limits()) throws {
            let stream = EventStream { [closings] in closings.change { $0 += 1 } }
            self.stream = stream
            site = try Site(limits: limits) { _, reply in reply.send(Response(status: 200, content: .events(stream))) }
        }

        func waitForClose() {
            closings.wait { $0 > 0 ? () : nil }
        }

        var closeCount: Int {
            closings.withLock { $0 }
        }
    }

    @Test func eventsArriveWhenTheyAreSent() throws {
        let feed = try Feed()
        let client = try feed.site.connect()
        client.request("GET /")
        #expect(try client.read(through: "retry: 1000\n\n").contains("text/event-stream"))
        for number in 0..<5 {
            feed.stream.send(event: "counts", data: "{\"present\":\(number)}")
            let frame = try client.read(through: "\n\n")
            #expect(frame.contains("event: counts\ndata: {\"present\":\(number)}\n\n"))
        }
    }

    @Test func linesOfDataStayInsideTheirEvent() throws {
        let feed = try Feed()
        feed.stream.send(event: "a\nb", data: "1\r\n2\n\n3")
        feed.stream.end()
        let answer = try feed.site.connect().exchange("GET /")
        #expect(answer.content == "retry: 1000\n\nevent: ab\ndata: 1\ndata: 2\ndata: \ndata: 3\n\n")
    }

    @Test func streamIsEndedByTheServer() throws {
        let feed = try Feed(limits: .with { $0.stream = .milliseconds(100) })
        let client = try feed.site.connect()
        #expect(try client.exchange("GET /").content == "retry: 1000\n\n")
        feed.waitForClose()
        #expect(feed.closeCount == 1)
    }

    @Test func vanishedClientIsNoticedAtTheLatestAtTheEnd() throws {
        let feed = try Feed(limits: .with { $0.stream = .milliseconds(200) })
        var client: Client? = try feed.site.connect()
        client?.request("GET /")
        _ = try client?.read(through: "retry: 1000\n\n")
        client = nil
        feed.waitForClose()
        #expect(feed.site.settles(at: 0))
        feed.stream.send(event: "nobody", data: "hears")
    }

    @Test func streamOfAClientThatDoesNotReadIsBounded() throws {
        let feed = try Feed()
        let client = try feed.site.connect()
        client.request("GET /")
        let line = String(repeating: "x", count: 10_000)
        // 20 MB: more than all buffers between here and there.
        for _ in 0..<2_000 { feed.stream.send(event: "big", data: line) }
        #expect(try client.answer().content.utf8.count < 20_000_000)
        feed.waitForClose()
    }

    @Test func streamThatIsNeverSentClosesToo() throws {
        let held = Held()
        let feed = try Feed()
        let site = try Site(limits: .with { $0.answer = .milliseconds(50) }) { _, reply in held.keep(reply) }
        #expect(try site.connect().exchange("GET /").status == 503)
        held.answer(with: Response(status: 200, content: .events(feed.stream)))
        feed.waitForClose()
    }

    @Test func headOfAStreamHasNoEvents() throws {
        let feed = try Feed()
        let client = try feed.site.connect()
        #expect(try client.exchange("HEAD /")["Content-Type"] == "text/event-stream")
        feed.waitForClose()
    }

    @Test func stopEndsOpenStreams() throws {
        let feed = try Feed()
        let client = try feed.site.connect()
        client.request("GET /")
        _ = try client.read(through: "retry: 1000\n\n")
        feed.site.server.stop()
        feed.waitForClose()
        #expect(client.drain() > 0)
    }
}
