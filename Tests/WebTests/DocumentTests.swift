import Foundation
import HTTPServer
import Testing

@testable import Web

/// The OpenAPI document and the table of addresses name the same calls.
struct DocumentTests {
    private struct Document: Decodable {
        let paths: [String: [String: Ignored]]
    }

    private struct Ignored: Decodable {}

    @Test func namesEveryCallOfTheBox() throws {
        let site = try Site()
        let routes = Set(site.application.routes.map { "\($0.method.rawValue) \($0.text)" })
        #expect(try documented() == routes)
    }

    private func documented() throws -> Set<String> {
        let bytes = try Data(contentsOf: Site.project.appending(path: "www/openapi.json"))
        let document = try JSONDecoder().decode(Document.self, from: bytes)
        let calls = document.paths.flatMap { path, item in item.keys.map { "\($0.uppercased()) \(path)" } }
        return Set(calls.filter { !$0.hasPrefix("PARAMETERS ") })
    }
}
