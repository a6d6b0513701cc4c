import Testing

@testable import HTTPServer

@Suite struct AssetTests {
    private static let page = Asset(
        bytes: Array(String(repeating: "<p>điểm danh</p>", count: 200).utf8), contentType: "text/html")

    private func client() throws -> Client {
        try Site { _, reply in
            let cache = (name: "Cache-Control", value: "no-cache")
            reply.send(Response(status: 200, headers: [cache], content: .asset(AssetTests.page)))
        }.connect()
    }

    @Test func assetIsSentWithItsTag() throws {
        let answer = try client().exchange("GET /")
        #expect(answer.status == 200)
        #expect(answer["ETag"] == AssetTests.page.etag)
        #expect(answer["Content-Type"] == "text/html")
        #expect(answer["Vary"] == "Accept-Encoding")
        #expect(answer["Cache-Control"] == "no-cache")
        #expect(answer.content.utf8.count == AssetTests.page.count)
    }

    @Test func knownAssetIsNotSentAgain() throws {
        let client = try client()
        for tag in [AssetTests.page.etag, "\"x\", W/\(AssetTests.page.etag)", "*"] {
            let answer = try client.exchange("GET /", headers: ["If-None-Match: \(tag)"])
            #expect(answer.status == 304)
            #expect(answer["ETag"] == AssetTests.page.etag)
        }
        #expect(try client.exchange("GET /", headers: ["If-None-Match: \"other\""]).status == 200)
    }

    @Test func smallerVariantIsSentToWhoUnderstandsIt() throws {
        let client = try client()
        let answer = try client.exchange("HEAD /", headers: ["Accept-Encoding: br, GZIP;q=0.5"])
        #expect(answer["Content-Encoding"] == "gzip")
        #expect(Int(answer["Content-Length"] ?? "").map { $0 < AssetTests.page.count } ?? false)
        #expect(answer["ETag"] != AssetTests.page.etag)
        #expect(try client.exchange("HEAD /", headers: ["Accept-Encoding: gzip;q=0"])["Content-Encoding"] == nil)
        #expect(try client.exchange("HEAD /", headers: ["Accept-Encoding: br"])["Content-Encoding"] == nil)
    }

    @Test(arguments: [("image/png", false), ("text/plain", true), ("application/json", true), ("image/svg+xml", true)])
    func onlyTextIsCompressed(type: String, isCompressed: Bool) {
        let asset = Asset(bytes: Array(repeating: 0x78, count: 10_000), contentType: type)
        #expect((asset.gzip != nil) == isCompressed)
    }

    @Test func whatGetsNoSmallerStaysAsItIs() {
        #expect(Asset(bytes: Array("x".utf8), contentType: "text/plain").gzip == nil)
        #expect(Asset(bytes: [], contentType: "text/plain").gzip == nil)
    }

    @Test func otherBytesHaveAnotherTag() {
        let tags = ["a", "b", "ab", "ba"].map { Asset(bytes: Array($0.utf8), contentType: "text/plain").etag }
        #expect(Set(tags).count == 4)
    }
}
