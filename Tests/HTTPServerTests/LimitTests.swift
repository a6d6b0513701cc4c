import Testing

@testable import HTTPServer

@Suite struct LimitTests {
    @Test(arguments: ["POST", "PUT", "GET", "DELETE", "PATCH"])
    func declaredGigabyteIsRefusedUnread(method: String) throws {
        let client = try Site().connect()
        client.request("\(method) /", headers: ["Content-Length: 1073741824"])
        let answer = try client.answer()
        #expect(answer.status == (method == "PATCH" ? 405 : 413))
        #expect(answer["Content-Type"] == "application/problem+json")
        #expect(client.isClosed(within: 5_000))
    }

    @Test func bodyOfMoreDigitsThanAnIntegerHoldsIsRefused() throws {
        let client = try Site().connect()
        client.request("POST /", headers: ["Content-Length: 18446744073709551615"])
        #expect(try client.answer().status == 413)
    }

    @Test func bodyOfExactlyTheLimitIsTakenAndOneByteMoreIsNot() throws {
        let client = try Site(bodyLimit: 100).connect()
        #expect(try client.exchange("POST /", body: String(repeating: "x", count: 100)).status == 200)
        let refusal = try client.exchange("POST /", body: String(repeating: "x", count: 101))
        #expect(refusal.status == 413)
        #expect(refusal.content.contains("/payload_too_large\""))
    }

    @Test func refusedBodyIsReadSoThatTheConnectionGoesOn() throws {
        let client = try Site(bodyLimit: 10).connect()
        #expect(try client.exchange("POST /", body: String(repeating: "x", count: 500_000)).status == 413)
        #expect(try client.exchange("POST /", body: "ok").status == 200)
    }

    @Test func chunkedBodyPastTheLimitIsRefused() throws {
        let client = try Site(bodyLimit: 10).connect()
        client.request("POST /", headers: ["Transfer-Encoding: chunked"])
        for _ in 0..<4 { client.send("4\r\nabcd\r\n") }
        client.send("0\r\n\r\n")
        #expect(try client.answer().status == 413)
    }

    @Test func chunkedBodyWithoutEndIsCutOff() throws {
        let client = try Site(limits: .with { $0.drainedBody = 100_000 }, bodyLimit: 10).connect()
        client.request("POST /", headers: ["Transfer-Encoding: chunked"])
        let chunk = "1000\r\n" + String(repeating: "x", count: 4_096) + "\r\n"
        for _ in 0..<30 { client.send(chunk) }
        #expect(client.isClosed(within: 5_000))
    }

    @Test func bodyThatTheDiskCannotTakeIsAnswered503() throws {
        let site = try Site(
            limits: .with { $0.bodyMemory = 10 }, temporaryFolder: "/nowhere", bodyLimit: 1_000)
        #expect(try site.connect().exchange("POST /", body: String(repeating: "x", count: 100)).status == 503)
    }

    @Test func bodiesThatTogetherTakeTooMuchDiskAreAnswered503UntilOneIsGone() throws {
        let site = try Site(
            limits: .with { ($0.bodyMemory, $0.spooledBodies) = (10, 150) }, bodyLimit: 1_000)
        let parked = try site.connect()
        parked.request("POST /", headers: ["Content-Length: 100"])
        parked.send(String(repeating: "x", count: 99))
        let other = try site.connect()
        let status = { try? other.exchange("POST /", body: String(repeating: "y", count: 100)).status }
        #expect(eventually { status() == 503 })
        #expect(try other.exchange("POST /", body: "short").status == 200)
        parked.send("x")
        #expect(try parked.answer().status == 200)
        #expect(eventually { status() == 200 })
    }

    @Test func headersPastTheirMemoryAreRefused() throws {
        let client = try Site().connect()
        client.request("GET /", headers: ["X-Long: " + String(repeating: "x", count: 40_000)])
        #expect(try client.answer().status == 431)
    }

    @Test(arguments: ["OPTIONS", "PATCH", "TRACE", "PROPFIND", "get"])
    func otherMethodsAreNotAllowed(method: String) throws {
        let answer = try Site().connect().exchange("\(method) /")
        #expect(answer.status == 405)
        #expect(answer["Allow"] == "GET, HEAD, POST, PUT, DELETE")
    }

    @Test(arguments: [
        (["Host: localhost"], 200),
        (["Host: LocalHost.:8080"], 200),
        (["Host: 127.0.0.1"], 200),
        (["Host: diemdanh.lan"], 200),
        (["Host: evil.example"], 421),
        (["Host: 192.0.2.7"], 421),
        (["Host: localhost.evil.example"], 421),
        (["Host: localhost", "Host: localhost"], 400),
        (["Host: a b"], 400),
        (["Host:"], 400),
        ([], 400),
    ]) func onlyTheBoxsOwnHostsAreServed(headers: [String], status: Int) throws {
        let client = try Site(hostNames: ["diemdanh.lan"]).connect()
        client.send((["GET / HTTP/1.1"] + headers).joined(separator: "\r\n") + "\r\n\r\n")
        #expect(try client.answer().status == status)
    }

    @Test(arguments: [
        (["Content-Length: 2", "Transfer-Encoding: chunked"], 400),
        (["Content-Length: 2", "Content-Length: 3"], 400),
        (["Transfer-Encoding: gzip"], 501),
        (["Transfer-Encoding: gzip, chunked"], 501),
    ]) func bodyThatCouldBeReadTwoWaysIsRefused(headers: [String], status: Int) throws {
        for method in ["POST", "GET", "DELETE"] {
            let client = try Site().connect()
            client.request("\(method) /", headers: headers)
            client.send("0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(try client.answer().status == status)
            // Nothing of what followed was taken for a request.
            #expect(client.drain() == 0)
        }
    }

    @Test func refusalByTheHandlerTakesThePlaceOfItsAnswer() throws {
        let client = try Site(refusal: .problem(401, "unauthorized", title: "Who?")).connect()
        #expect(try client.exchange("POST /", body: "secret").status == 401)
        #expect(try client.exchange("GET /").status == 401)
    }

    @Test func moreConnectionsOfOneAddressAreClosed() throws {
        let site = try Site(limits: .with { ($0.connectionsPerAddress, $0.exemptsLoopback) = (2, false) })
        let clients = try (0..<3).map { _ in try site.connect(from: "127.0.0.2") }
        let open = clients.filter { client in (try? client.exchange("GET /").status) == 200 }
        #expect(open.count == 2)
        #expect(try site.connect(from: "127.0.0.3").exchange("GET /").status == 200)
    }

    @Test func placeOfAClosedConnectionIsFreeAgain() throws {
        let site = try Site(limits: .with { ($0.connectionsPerAddress, $0.exemptsLoopback) = (1, false) })
        for _ in 0..<5 {
            #expect(try site.connect().exchange("GET /").status == 200)
            #expect(site.settles(at: 0))
        }
    }

    @Test func loopbackAndTrustedRoutersAreExempt() throws {
        let limits = Limits.with { ($0.connectionsPerAddress, $0.exemptsLoopback) = (1, false) }
        let trusting = try Site(limits: limits, trustedNAT: [.v4(0x7F00_0002)])
        let ordinary = try Site(limits: .with { $0.connectionsPerAddress = 1 })
        let behindRouter = try (0..<5).map { _ in try trusting.connect(from: "127.0.0.2") }
        let onTheBox = try (0..<5).map { _ in try ordinary.connect() }
        for client in behindRouter + onTheBox { #expect(try client.exchange("GET /").status == 200) }
    }

    @Test func connectionsPastTheLimitWaitForAPlace() throws {
        let site = try Site(limits: .with { $0.connections = 2 })
        var first: [Client] = try (0..<2).map { _ in try site.connect() }
        for client in first { #expect(try client.exchange("GET /").status == 200) }
        let third = try site.connect()
        third.request("GET /third")
        first.removeAll()
        #expect(try third.answer().content == "GET /third [] main")
    }
}
