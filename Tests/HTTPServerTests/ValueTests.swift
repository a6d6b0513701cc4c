import Testing

@testable import HTTPServer

@Suite struct ValueTests {
    @Test(arguments: [
        ("192.0.2.1", false), ("127.0.0.1", true), ("127.9.9.9", true), ("::1", true),
        ("2001:db8::1", false), ("::", false),
    ]) func addressReadsAndWritesItsText(text: String, isLoopback: Bool) {
        #expect(Address(text)?.text == text)
        #expect(Address(text)?.isLoopback == isLoopback)
    }

    @Test(arguments: ["", "localhost", "1.2.3", "1.2.3.4.5", "[::1]", "::1%lo", "1.2.3.4:80"])
    func otherTextIsNoAddress(text: String) {
        #expect(Address(text) == nil)
    }

    @Test func mappedIPv4AddressIsTheIPv4Address() {
        #expect(Address("::ffff:192.0.2.1") == Address("192.0.2.1"))
    }

    @Test(arguments: [
        ("/a", "/a"), ("/a%20b", "/a b"), ("L%C3%AA", "Lê"), ("%", nil), ("%4", nil), ("%4g", nil), ("%00", nil),
        ("%C3", nil), ("%7F", nil), ("", ""),
    ]) func percentDecoding(text: String, decoded: String?) {
        #expect(PercentDecoding.decode(text) == decoded)
    }

    @Test(arguments: [
        ("LOCALHOST", "localhost"), ("a.b:80", "a.b"), ("[::1]:80", "::1"), ("[::1]", "::1"), ("a.", "a"), ("a:", "a"),
        ("", nil), (":80", nil), ("a:b", nil), ("[::1", nil), ("a/b", nil), ("::1", nil), ("a@b", nil), ("é", nil),
    ]) func hostWithoutItsPort(field: String, host: String?) {
        #expect(HostCheck.host(in: field) == host)
    }

    @Test(arguments: [
        ([("Content-Length", "12")], Framing.length(12)),
        ([], .length(0)),
        ([("transfer-encoding", "Chunked")], .chunked),
        ([("Content-Length", "12"), ("content-length", "12")], .ambiguous),
        ([("Content-Length", "-1")], .ambiguous),
        ([("Content-Length", "")], .ambiguous),
        ([("Content-Length", "0x10")], .ambiguous),
        ([("Content-Length", "99999999999999999999999")], .length(.max)),
        ([("Transfer-Encoding", "chunked"), ("Content-Length", "1")], .ambiguous),
        ([("Transfer-Encoding", "identity")], .unknownCoding),
    ]) func framing(fields: [(String, String)], framing: Framing) {
        #expect(Framing(Headers(fields)) == framing)
    }

    @Test func headersAreFoundInAnyCase() {
        let headers = Headers([("X-Name", "first"), ("x-name", "second")])
        #expect(headers["X-NAME"] == "first")
        #expect(headers.all("x-NAME") == ["first", "second"])
        #expect(headers["X-Nam"] == nil)
    }

    @Test func queueKeepsItsOrder() {
        var queue = FIFO<Int>()
        var taken: [Int] = []
        for number in 0..<1_000 {
            queue.append(number)
            if number % 3 != 0 { queue.popFirst().map { taken.append($0) } }
        }
        while let number = queue.popFirst() { taken.append(number) }
        #expect(taken == Array(0..<1_000))
        #expect(queue.count == 0)
    }

    @Test func problemIsEscapedJSON() throws {
        let response = Response.problem(422, "bad", title: "a\"b\\c\n", detail: "Lê")
        guard case .bytes(let bytes) = response.content else { throw Closed(rest: "no bytes") }
        let json = #"{"type":"/problems/bad","title":"a\"b\\c\u000a","status":422,"detail":"Lê"}"#
        #expect(String(decoding: bytes, as: UTF8.self) == json)
    }

    @Test func handlerAnswersWithoutAServer() {
        let handler = Handler(admit: { _ in .admit(.slow, bodyLimit: 3) }, respond: Site.echo)
        #expect(handler.answer(Request(path: "/", body: Body([1, 2, 3]))).status == 200)
        #expect(handler.answer(Request(path: "/", body: Body([1, 2, 3, 4]))).status == 413)
        let dropping = Handler(admit: { _ in .admit(.inline, bodyLimit: 0) }, respond: { _, _ in })
        #expect(dropping.answer(Request(path: "/")).status == 500)
    }
}
