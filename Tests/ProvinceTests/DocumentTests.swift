import Exchange
import Foundation
import HTTPServer
import Logging
import Testing

@testable import Province

/// The description of the API says what the table of addresses does.
@Suite struct DocumentTests {
    @Test func everyCallIsDescribedAndNoOther() throws {
        let www = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("www")
        let document = try JSONSerialization.jsonObject(
            with: Data(contentsOf: www.appendingPathComponent("openapi-province.json")))
        let paths = try #require((document as? [String: Any])?["paths"] as? [String: [String: Any]])
        let described = paths.flatMap { path, calls in calls.keys.map { "\($0.uppercased()) \(path)" } }
        let province = try TestProvince()
        let application = try ProvinceApplication(
            intake: province.intake, www: www.path, version: "test", clock: { TestProvince.now },
            log: Logger(label: "test"))
        let calls = application.addresses.filter {
            ($0.contains(" /api/") && !$0.hasSuffix("openapi.json")) || $0.hasSuffix("/health")
        }
        #expect(Set(described) == Set(calls))
    }
}
