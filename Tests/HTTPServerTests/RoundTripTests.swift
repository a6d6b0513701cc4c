import Foundation
import Testing

@testable import HTTPServer

@Suite struct RoundTripTests {
    @Test(arguments: [Lane.inline, .store, .slow]) func everyLaneAnswers(lane: Lane) throws {
        let site = try Site(lane: lane)
        let answer = try site.connect().exchange("POST /a/b?x=1", body: "hello")
        #expect(answer.status == 200)
        #expect(answer.content == "POST /a/b [hello] main")
    }

    @Test func replyMayComeFromAnotherThreadMuchLater() throws {
        let held = Held()
        let site = try Site { _, reply in held.keep(reply) }
        let client = try site.connect()
        client.request("GET /")
        held.answer("later")
        #expect(try client.answer().content == "later")
    }

    @Test func requestInTheSlowLaneDelaysNobodyElse() throws {
        let gate = Monitor(false)
        let site = try Site(lane: .store, slowPath: "/export") { request, reply in
            if request.path == "/export" { gate.wait { $0 ? () : nil } }
            Site.echo(request, reply)
        }
        let (slow, quick) = (try site.connect(), try site.connect())
        slow.request("GET /export")
        for _ in 0..<20 { #expect(try quick.exchange("GET /quick").status == 200) }
        gate.change { $0 = true }
        #expect(try slow.answer().content == "GET /export [] main")
    }

    @Test func droppedReplyAnswers500() throws {
        let site = try Site { _, _ in }
        let answer = try site.connect().exchange("GET /")
        #expect(answer.status == 500)
        #expect(answer["Content-Type"] == "application/problem+json")
        #expect(answer.content.contains("/internal_error\""))
    }

    @Test func headIsRoutedAsGetAndHasNoContent() throws {
        let site = try Site()
        let client = try site.connect()
        let answer = try client.exchange("HEAD /page")
        #expect(answer.status == 200)
        #expect(answer["Content-Length"] == "\("GET /page [] main".count)")
        #expect(try client.exchange("GET /next").content == "GET /next [] main")
    }

    @Test func pipelinedRequestsAreAnsweredInOrder() throws {
        let site = try Site(lane: .store)
        let client = try site.connect()
        let requests = (0..<20).map { "POST /\($0) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nok" }
        client.send(requests.joined())
        for number in 0..<20 {
            #expect(try client.answer().content == "POST /\(number) [ok] main")
        }
    }

    @Test func chunkedBodyArrivesWhole() throws {
        let site = try Site()
        let client = try site.connect()
        client.request("PUT /", headers: ["Transfer-Encoding: chunked"])
        client.send("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
        #expect(try client.answer().content == "PUT / [abcde] main")
    }

    @Test func expectedContinueIsGivenBeforeTheBody() throws {
        let site = try Site()
        let client = try site.connect()
        client.request("POST /", headers: ["Expect: 100-continue", "Content-Length: 2"])
        #expect(try client.read(through: "\r\n\r\n").hasPrefix("HTTP/1.1 100"))
        client.send("ok")
        #expect(try client.answer().content == "POST / [ok] main")
    }

    @Test func pathAndQueryAreDecodedAndNotNormalised() throws {
        let site = try Site { request, reply in
            let text = "\(request.path)|\(request.query["q"] ?? "-")|\(request.query["flag"] ?? "-")"
            reply.send(Response(status: 200, content: .bytes(Array(text.utf8))))
        }
        let answer = try site.connect().exchange("GET /%2e%2e/L%C3%AA?q=Nguy%E1%BB%85n+Lan%26&flag=")
        #expect(answer.content == "/../Lê|Nguyễn Lan&|")
    }

    @Test(arguments: ["/%00", "/%zz", "/%", "/%ff", "/?q=%0a"]) func unreadableTargetIsRefused(target: String) throws {
        let site = try Site()
        #expect(try site.connect().exchange("GET \(target)").status == 400)
    }

    @Test func largeBodyLiesInAFileWithoutAName() throws {
        let site = try Site(limits: .with { $0.bodyMemory = 100 }) { request, reply in
            let bytes = (try? request.body.bytes()) ?? []
            guard case .file(let file) = request.body.storage else { return reply.send(.internalError()) }
            let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(file.descriptor)")
            let text = "\(bytes == Array(repeating: 0x78, count: 900)) \(link?.hasSuffix("(deleted)") ?? false)"
            reply.send(Response(status: 200, content: .bytes(Array(text.utf8))))
        }
        let answer = try site.connect().exchange("POST /", body: String(repeating: "x", count: 900))
        #expect(answer.content == "true true")
    }

    @Test func fileIsSentWhole() throws {
        let path = NSTemporaryDirectory() + UUID().uuidString
        try String(repeating: "0123456789", count: 100_000).write(toFile: path, atomically: true, encoding: .utf8)
        defer { unlink(path) }
        let site = try Site { _, reply in
            let file = try? ResponseFile(path: path)
            reply.send(file.map { Response(status: 200, content: .file($0)) } ?? .internalError())
        }
        let content = try site.connect().exchange("GET /").content
        #expect(content.count == 1_000_000 && content.hasSuffix("6789"))
    }

    @Test func fieldWithALineEndIsNotSent() throws {
        let fields = [(name: "X-A", value: "1\r\nX-B: 2"), (name: "X-C", value: "3")]
        let site = try Site { _, reply in
            reply.send(Response(status: 200, headers: fields))
        }
        let answer = try site.connect().exchange("GET /")
        #expect(answer["X-A"] == nil && answer["X-B"] == nil && answer["X-C"] == "3")
    }
}
