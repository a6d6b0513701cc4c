import Attendance
import Foundation
import HTTPServer
import Store
import Testing

@testable import Web

/// The roles table of the interface: each call, who may make it, and that everybody else is refused.
struct RolesTests {
    struct Call: CustomTestStringConvertible, Sendable {
        let method: HTTPServer.Method
        let path: String
        let body: String?
        let allowed: Set<Caller.Role>

        init(_ method: HTTPServer.Method, _ path: String, _ allowed: Set<Caller.Role>, body: String? = nil) {
            (self.method, self.path, self.body, self.allowed) = (method, path, body, allowed)
        }

        var testDescription: String { "\(method.rawValue) \(path)" }
    }

    private static let everybody = Set(Caller.Role.allCases)

    private static let calls = [
        Call(.get, "/", everybody), Call(.get, "/health", everybody), Call(.get, "/kiosk", everybody),
        Call(.get, "/https", everybody), Call(.get, "/ca.crt", everybody), Call(.get, "/ca.mobileconfig", everybody),
        Call(.get, "/display", everybody), Call(.get, "/display/E", everybody),
        Call(.get, "/v/X", everybody), Call(.post, "/v/X", everybody, body: ""),
        Call(.get, "/api/v1/events/E/venue-code", [.display, .desk, .organiser]),
        Call(.get, "/desk", everybody), Call(.get, "/admin", everybody), Call(.get, "/api/v1/me", everybody),
        Call(.get, "/desk-worker.js", everybody), Call(.get, "/selftest", everybody),
        Call(
            .post, "/api/v1/sessions/S/redeem", [.kiosk, .desk, .organiser],
            body: "{\"code\": \"1\", \"nonce\": \"n\"}"),
        Call(.post, "/api/v1/decode", [.kiosk, .desk, .organiser], body: ""),
        Call(.get, "/api/v1/kiosk", [.kiosk, .display, .desk, .organiser]),
        Call(.get, "/api/v1/sessions/S/live", [.kiosk, .display, .desk, .organiser]),
        Call(.post, "/api/v1/scans/X/annul", [.desk, .organiser], body: "{\"reason\": \"nhầm\"}"),
        Call(.get, "/api/v1/sessions/S/desk-roster", [.desk, .organiser]),
        Call(.post, "/api/v1/desk/queue", [.desk, .organiser], body: "{\"entries\": []}"),
        Call(.get, "/api/v1/desk/conflicts", [.desk, .organiser]),
        Call(.post, "/api/v1/desk/conflicts/X/review", [.organiser]),
        Call(.post, "/api/v1/events/E/participants", [.desk, .organiser], body: "{\"name\": \"A\"}"),
        Call(.post, "/api/v1/events/E/card", [.desk, .organiser], body: "{\"card\": \"\"}"),
        Call(.get, "/api/v1/events/E/participants", [.desk, .organiser]),
        Call(.get, "/api/v1/sessions/S/attendance", [.organiser]),
        Call(.get, "/api/v1/clock", [.desk, .organiser]),
        Call(.post, "/api/v1/clock", [.desk, .organiser], body: "{\"now\": \"2026-01-01T00:00:00Z\"}"),
        Call(.get, "/api/v1/events/E", [.desk, .organiser]),
        Call(.get, "/api/v1/events", [.organiser]), Call(.post, "/api/v1/events", [.organiser], body: "{}"),
        Call(.post, "/api/v1/events/E/roster", [.organiser], body: ""),
        Call(.post, "/api/v1/events/E/scans", [.organiser], body: ""),
        Call(.get, "/api/v1/events/E/statistics", [.organiser]), Call(.get, "/api/v1/openapi.json", everybody),
        Call(.get, "/api/v1/events/E/export", [.organiser]), Call(.get, "/api/v1/events/E/codes", [.organiser]),
        Call(.get, "/qr/00000003.svg", [.organiser]),
        // A desk opens what is due; the session of this test is open.
        Call(.post, "/api/v1/sessions/S/open", [.desk, .organiser]),
        // At the kiosk the PIN says who it is; without one nothing is opened.
        Call(.post, "/api/v1/sessions/S/open-with-pin", [.kiosk], body: "{}"),
        Call(.post, "/api/v1/sessions/S/close", [.organiser]),
        Call(.put, "/api/v1/sessions/S/attendance/P", [.organiser], body: "{}"),
        Call(.get, "/api/v1/sessions/S/early", [.desk, .organiser]),
        Call(.post, "/api/v1/sessions/S/early", [.desk, .organiser], body: "{}"),
        Call(.get, "/api/v1/events/E/participants/P/companions", [.desk, .organiser]),
        Call(.post, "/api/v1/events/E/participants/P/reissue", [.organiser], body: "{}"),
        Call(.put, "/api/v1/events/E/participants/P/standing", [.organiser], body: "{}"),
        Call(.post, "/api/v1/sessions/S/sheets", [.organiser]), Call(.get, "/admin/print/X", [.organiser]),
        Call(.get, "/api/v1/sheets/X", [.desk, .organiser]), Call(.get, "/desk/paper", everybody),
        Call(.post, "/api/v1/sheets/X/rows", [.desk, .organiser], body: "{}"),
        Call(.get, "/api/v1/stations", [.organiser]), Call(.post, "/api/v1/stations", [.organiser], body: "{}"),
        Call(.delete, "/api/v1/stations/x", [.organiser]), Call(.get, "/api/v1/stations/x/scans", [.organiser]),
        Call(.post, "/api/v1/stations/x/link", [.organiser]),
        // An organiser without a device is none, and so is the kiosk's own screen.
        Call(.post, "/api/v1/stations/self", [.display, .station, .desk], body: "{\"unsent\": 0}"),
        Call(.get, "/api/v1/operators", [.organiser]), Call(.post, "/api/v1/operators", [.organiser], body: "{}"),
        Call(.delete, "/api/v1/operators/x", [.organiser]),
        Call(.put, "/api/v1/operators/x/pin", [.organiser], body: "{}"),
        Call(.post, "/api/v1/events/E/share", [.organiser], body: "{}"),
        Call(.post, "/api/v1/bundles", [.organiser], body: ""),
        Call(.get, "/desk/carry", everybody), Call(.get, "/api/v1/outbox", [.desk, .organiser]),
        Call(.post, "/api/v1/outbox/push", [.organiser]), Call(.get, "/api/v1/province", [.organiser]),
        Call(.put, "/api/v1/province", [.organiser], body: "{\"line\": \"\"}"),
        Call(.post, "/api/v1/outbox/bundles", [.desk, .organiser]),
        Call(.get, "/api/v1/outbox/bundles/X", [.desk, .organiser]),
        Call(.post, "/api/v1/outbox/receipts", [.desk, .organiser], body: ""),
        Call(.post, "/api/v1/outbox/carried", [.organiser], body: "{}"),
        Call(.post, "/api/v1/store/rebuild", [.organiser]), Call(.post, "/api/v1/store/backup", [.organiser]),
    ]

    @Test(arguments: calls)
    func isAnsweredToThoseOfTheTableOnly(call: Call) throws {
        let crowd = try Crowd()
        for role in Caller.Role.allCases {
            let answer = crowd.ask(call, as: role)
            let isRefused = answer.status == 401 || answer.status == 403
            #expect(isRefused == !call.allowed.contains(role), "\(role) got \(answer.status)")
        }
    }

    @Test func everyRouteOfTheBoxIsInTheTable() throws {
        let crowd = try Crowd()
        let known = Set(RolesTests.calls.map(\.testDescription))
        let open: Set<String> = ["POST /api/v1/login", "POST /api/v1/logout", "POST /api/v1/enrol"]
        let pages: Set<String> = ["GET /enrol/{token}", "GET /favicon.ico", "GET /api/v1/health"]
        for route in crowd.site.application.routes {
            let name = "\(route.method.rawValue) \(route.text)"
            let isKnown = known.contains { RolesTests.shape($0) == RolesTests.shape(name) }
            #expect(isKnown || open.contains(name) || pages.contains(name), "\(name) has no line in the roles table")
        }
    }

    /// The address with its parameters blotted out.
    private static func shape(_ call: String) -> String {
        call.split(separator: "/").map { part in
            part.first == "{" || ["S", "E", "X", "P", "x", "00000003.svg"].contains(part) ? "*" : String(part)
        }.joined(separator: "/")
    }
}

/// One caller of each role at one box.
struct Crowd {
    let site: Site
    private let event: String
    private let session: String
    private var headers: [Caller.Role: [(String, String)]] = [:]

    init() throws {
        site = try Site()
        let (event, sessions) = try site.makeClass()
        (self.event, session) = (event, sessions[0])
        headers[.anybody] = []
        for (role, station) in [(Caller.Role.display, "display"), (.station, "desk"), (.desk, "desk")] {
            headers[role] = try enrol(station, named: "\(role)")
        }
        headers[.desk] = try signIn(headers[.desk] ?? [])
        headers[.organiser] = [("Authorization", "Bearer \(site.keys.apiToken)")]
        headers[.kiosk] = []
    }

    func ask(_ call: RolesTests.Call, as role: Caller.Role) -> Answered {
        let path = call.path.replacing("/S/", with: "/\(session)/").replacing("/E/", with: "/\(event)/")
            .replacing(/\/E$/, with: "/\(event)")
            .replacing("/X/", with: "/\(session)/").replacing("/P", with: "/\(session)")
        let query = path.hasSuffix("participants") ? [("q", "nguyen")] : []
        let key = [("Idempotency-Key", UUID().uuidString), ("Origin", "http://localhost")]
        return site.ask(
            call.method, path, query: query, body: call.body.map { Array($0.utf8) },
            headers: (headers[role] ?? []) + key, from: role == .kiosk ? .kiosk : .main)
    }

    /// The cookie and the CSRF header of a newly enrolled device.
    private func enrol(_ role: String, named name: String) throws -> [(String, String)] {
        let added = site.ask(.post, "/api/v1/stations", body: "{\"name\": \"\(name)\", \"role\": \"\(role)\"}")
        let token = try #require(try added.text("url").split(separator: "/").last)
        let enrolled = site.ask(
            .post, "/api/v1/enrol", body: Array("{\"token\": \"\(token)\"}".utf8),
            headers: [("Origin", "http://localhost")], from: .main)
        let cookie = try #require(enrolled.cookie(Authenticator.stationCookie))
        return try withCSRF(cookie)
    }

    private func signIn(_ device: [(String, String)]) throws -> [(String, String)] {
        _ = site.ask(.post, "/api/v1/operators", body: "{\"name\": \"Lan\", \"role\": \"desk\", \"pin\": \"482615\"}")
        let login = site.ask(
            .post, "/api/v1/login", body: Array("{\"name\": \"lan\", \"pin\": \"482615\"}".utf8),
            headers: device + [("Origin", "http://localhost")], from: .main)
        let session = try #require(login.cookie(Authenticator.sessionCookie))
        let station = try #require(device.first { $0.0 == "Cookie" })
        return try withCSRF("\(station.1); \(session)")
    }

    private func withCSRF(_ cookie: String) throws -> [(String, String)] {
        let me = site.ask(.get, "/api/v1/me", body: nil, headers: [("Cookie", cookie)], from: .main)
        return [("Cookie", cookie), ("X-CSRF-Token", try me.text("csrf"))]
    }
}
