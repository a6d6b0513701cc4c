import Attendance
import Foundation
import HTTPServer
import Logging
import Store
import Synchronization
import Testing

@testable import Web

/// A box in a temporary folder, asked without a network between.
final class Site {
    let store: Store
    let application: Application
    let keys: NewBox
    private let folder: URL

    /// The source tree, whose pages and tables are served.
    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init(clock: @escaping @Sendable () -> ClockReading = SystemClock.reading) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
        keys = try Store.create(folder: folder.path, clock: clock)
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        store = try Store(folder: folder.path, clock: clock, log: log)
        application = try Application(
            Environment(
                store: store, www: Site.project.appending(path: "www").path,
                tables: Site.project.appending(path: "kiosk-config/share").path, version: "test", clock: clock, log: log
            ))
    }

    deinit {
        application.stop()
        store.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Asks as the organiser's program does, with the API token.
    func ask(
        _ method: HTTPServer.Method, _ path: String, query: [(String, String)] = [], body: String? = nil,
        headers: [(String, String)] = []
    ) -> Answered {
        ask(
            method, path, query: query, body: body.map { Array($0.utf8) },
            headers: [("Authorization", "Bearer \(keys.apiToken)")] + headers, from: .main)
    }

    /// Asks with nothing but these headers; a body is JSON unless they say otherwise.
    func ask(
        _ method: HTTPServer.Method, _ path: String, query: [(String, String)] = [], body: [UInt8]?,
        headers: [(String, String)], from listener: Listener, remote: Address = .local
    ) -> Answered {
        let type = headers.contains { $0.0 == "Content-Type" } ? [] : [("Content-Type", "application/json")]
        let host = headers.contains { $0.0 == "Host" } ? [] : [("Host", "localhost")]
        let request = Request(
            method: method, path: path, query: Query(query), headers: Headers(headers + type + host),
            body: Body(body ?? []), remote: remote, listener: listener)
        return Answered(application.answer(request))
    }

    /// A class of two sessions of which the first is open; the ids of the event and of its sessions.
    func makeClass() throws -> (event: String, sessions: [String]) {
        let body = """
            {"name": "Lớp thử", "kind": "class", "sessions": [
              {"title": "Sáng", "starts_at": "2024-08-15T07:30:00+07:00", "ends_at": "2024-08-15T11:00:00+07:00"},
              {"title": "Chiều", "starts_at": "2024-08-15T13:30:00+07:00", "ends_at": "2024-08-15T16:30:00+07:00"}]}
            """
        let event = ask(.post, "/api/v1/events", body: body)
        try #require(event.status == 201)
        let sessions = try event.list("sessions").compactMap { $0["id"] as? String }
        try #require(ask(.post, "/api/v1/sessions/\(sessions[0])/open").status == 200)
        return (try event.text("id"), sessions)
    }

    /// Enrols walk-ins; their ids and codes.
    func enrol(_ names: [String], in event: String) throws -> [(id: String, code: String)] {
        try names.map { name in
            let answer = ask(
                .post, "/api/v1/events/\(event)/participants", body: "{\"name\": \"\(name)\", \"consent\": true}",
                headers: [("Idempotency-Key", UUID().uuidString)])
            try #require(answer.status == 201)
            return (try answer.text("id"), try answer.text("code"))
        }
    }

    func redeem(_ code: String, in session: String, nonce: String = UUID().uuidString) -> Answered {
        ask(.post, "/api/v1/sessions/\(session)/redeem", body: "{\"code\": \"\(code)\", \"nonce\": \"\(nonce)\"}")
    }
}

/// A response with its JSON.
struct Answered {
    let response: Response
    let json: [String: Any]

    var status: Int { response.status }

    var bytes: [UInt8] {
        if case .bytes(let bytes) = response.content { bytes } else { [] }
    }

    /// The last part of a problem's `type`.
    var problem: String? { (json["type"] as? String)?.split(separator: "/").last.map(String.init) }

    init(_ response: Response) {
        self.response = response
        let bytes = if case .bytes(let bytes) = response.content { bytes } else { [UInt8]() }
        json = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] ?? [:]
    }

    func text(_ key: String) throws -> String { try #require(json[key] as? String) }

    func list(_ key: String) throws -> [[String: Any]] { try #require(json[key] as? [[String: Any]]) }

    func object(_ key: String) throws -> [String: Any] { try #require(json[key] as? [String: Any]) }

    func cookie(_ name: String) -> String? {
        response.headers.first { $0.name == "Set-Cookie" && $0.value.hasPrefix("\(name)=") }
            .map { String($0.value.prefix { $0 != ";" }) }
    }
}
