import Foundation
import HTTPServer
import Store
import Testing

@testable import Web
@testable import diemdanh

/// Each scenario from the office's own files to the figures of its `expected.json`.
struct ScenarioTests {
    struct Class: Sendable, CustomTestStringConvertible {
        let folder: String
        let sheets: [String]
        let roster: String
        /// Where `expected.json` keeps the attendance.
        let expected: [String]

        init(_ folder: String, roster: String = "roster.csv", sheets: [String] = [], expected: [String] = []) {
            (self.folder, self.roster, self.sheets, self.expected) = (folder, roster, sheets, expected)
        }

        var testDescription: String { folder }
    }

    private static let classes: [Class] =
        [
            Class("tien-xuan-2024", roster: "roster.xlsx"),
            Class("son-tay-2023", roster: "roster.xlsx"),
            Class(
                "hai-ba-trung-2024", roster: "roster.xlsx",
                sheets: ["DN - HKD", "UBND phường", "Phòng chuyên môn"]),
        ]
        + ["lop-1", "lop-2", "lop-3", "lop-4", "lop-5", "lop-6", "tham-quan"].map {
            Class("quang-ninh-2024/\($0)", expected: ["parts", $0])
        }
        + [
            ("t1-quan-tri", "roster.xlsx"), ("t2-quan-tri-bo-sung", "roster.csv"), ("t3-chung-chi", "roster.xlsx"),
            ("t4-can-bo-ho-tro", "roster.csv"), ("t5-tuyen-truyen", "roster.xlsx"),
            ("t6-khoa-hoc-ky-thuat", "roster.csv"), ("t7-thuong-mai-dien-tu", "roster.csv"),
        ].map { Class("cho-moi-2024/\($0.0)", roster: $0.1, expected: ["parts", $0.0]) }

    @Test(arguments: classes)
    func replaysToTheFiguresOfItsExpectation(scenario: Class) throws {
        let site = try Site()
        let event = try site.createEvent(scenario: scenario.folder)
        for sheet in scenario.sheets.isEmpty ? [nil] : scenario.sheets.map(Optional.some) {
            let answer = try site.upload(
                scenario.folder, scenario.roster, to: "/api/v1/events/\(event.id)/roster",
                query: sheet.map { [("sheet", $0)] } ?? [])
            #expect(answer.status == 200)
        }
        let scans = try site.upload(scenario.folder, "scans.csv", to: "/api/v1/events/\(event.id)/scans")
        #expect(try scans.list("rejected").isEmpty)
        let expected = try Scenario.sessions(of: scenario)
        #expect(!expected.isEmpty)
        for session in event.sessions {
            let counts = try site.ask(.get, "/api/v1/sessions/\(session.id)/attendance").object("counts")
            let figures = try #require(expected[session.key])
            #expect(counts["enrolled"] as? Int == figures["registered"])
            #expect(counts["present"] as? Int == figures["present_on_time"])
            #expect(counts["late"] as? Int == figures["present_late"])
            #expect(counts["absent"] as? Int == figures["absent"])
        }
        #expect(try site.store.verify().isEmpty)
    }

    @Test func importingTwiceChangesNothing() throws {
        let site = try Site()
        let event = try site.createEvent(scenario: "tien-xuan-2024")
        let roster = "/api/v1/events/\(event.id)/roster"
        #expect(try site.upload("tien-xuan-2024", "roster.xlsx", to: roster).json["imported"] as? Int == 80)
        let again = try site.upload("tien-xuan-2024", "roster.xlsx", to: roster)
        #expect(again.json["imported"] as? Int == 0)
        #expect(again.json["unchanged"] as? Int == 80)
        let scans = "/api/v1/events/\(event.id)/scans"
        #expect(try site.upload("tien-xuan-2024", "scans.csv", to: scans).json["imported"] as? Int == 472)
        let head = try site.store.ledgerHead()
        #expect(try site.upload("tien-xuan-2024", "scans.csv", to: scans).json["unchanged"] as? Int == 472)
        #expect(try site.store.ledgerHead().hash == head.hash)
    }

    @Test func dryRunLeavesNothing() throws {
        let site = try Site()
        let event = try site.createEvent(scenario: "tien-xuan-2024")
        let preview = try site.upload(
            "tien-xuan-2024", "roster.xlsx", to: "/api/v1/events/\(event.id)/roster", query: [("dry_run", "true")])
        #expect(preview.json["imported"] as? Int == 80)
        #expect(try preview.list("repaired").count >= 3)
        let people = site.ask(.get, "/api/v1/events/\(event.id)/participants")
        #expect(try people.list("items").isEmpty)
    }
}

/// The files of a scenario.
enum Scenario {
    static func file(_ scenario: String, _ name: String) throws -> [UInt8] {
        let folder = Site.project.appending(path: "Tests/Fixtures/scenarios").appending(path: scenario)
        return [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    /// The expected figures by the session's key.
    static func sessions(of scenario: ScenarioTests.Class) throws -> [String: [String: Int]] {
        let root = String(scenario.folder.split(separator: "/")[0])
        var object = try JSONSerialization.jsonObject(with: Data(try file(root, "expected.json"))) as? [String: Any]
        for key in scenario.expected + ["attendance"] { object = object?[key] as? [String: Any] }
        let sessions = try #require(object?["sessions"] as? [String: [String: Any]])
        return sessions.mapValues { $0.compactMapValues { $0 as? Int } }
    }
}

extension Site {
    struct CreatedEvent {
        let id: String
        let sessions: [(id: String, key: String)]
    }

    /// Creates the event of a scenario's YAML file, as `diemdanh event create` does.
    func createEvent(scenario: String) throws -> CreatedEvent {
        let path = Site.project.appending(path: "Tests/Fixtures/scenarios/\(scenario)/event.yaml").path
        let body = try JSONEncoder().encode(try EventFile(path: path).input())
        let answer = ask(.post, "/api/v1/events", body: String(decoding: body, as: UTF8.self))
        try #require(answer.status == 201)
        let sessions = try answer.list("sessions").map { session in
            (id: try #require(session["id"] as? String), key: try #require(session["key"] as? String))
        }
        return CreatedEvent(id: try answer.text("id"), sessions: sessions)
    }

    func upload(
        _ scenario: String, _ name: String, to path: String, query: [(String, String)] = []
    ) throws -> Answered {
        ask(
            .post, path, query: query, body: try Scenario.file(scenario, name),
            headers: [
                ("Authorization", "Bearer \(keys.apiToken)"), ("Content-Type", "application/octet-stream"),
            ], from: .main)
    }
}
