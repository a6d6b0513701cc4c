import Testing

@testable import HTTPServer

@Suite struct StopTests {
    private let hurried = Limits.with { $0.stopping = .milliseconds(50) }

    @Test func requestThatIsNeverAnsweredGets503() throws {
        let held = Held()
        let site = try Site(limits: hurried) { _, reply in held.keep(reply) }
        let client = try site.connect()
        client.request("POST /", body: "hello")
        held.wait()
        site.server.stop()
        #expect(try client.answer().status == 503)
        held.answer("too late")
    }

    @Test func requestUnderWayIsFinished() throws {
        let held = Held()
        let site = try Site { _, reply in held.keep(reply) }
        let client = try site.connect()
        client.request("GET /")
        held.wait()
        let answering = try WorkerThread("answer") { held.answer("done") }
        site.server.stop()
        answering.join()
        #expect(try client.answer().content == "done")
    }

    @Test func manySuspendedRequestsDoNotHinderIt() throws {
        let held = Held()
        let site = try Site(limits: hurried) { _, reply in held.keep(reply) }
        let clients = try (0..<100).map { _ in try site.connect() }
        for client in clients { client.request("GET /") }
        held.wait(for: 100)
        site.server.stop()
        for client in clients { #expect(try client.answer().status == 503) }
    }

    @Test func nothingListensAfterwards() throws {
        let site = try Site()
        site.server.stop()
        site.server.stop()
        #expect(throws: SystemError.self) { try site.connect() }
        #expect(site.server.connectionCount == 0)
    }
}
