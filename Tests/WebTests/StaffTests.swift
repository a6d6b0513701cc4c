import Foundation
import HTTPServer
import Store
import Testing

@testable import Web

/// Signing in: PIN, cookie, CSRF, throttle.
struct StaffTests {
    private let site: Site

    init() throws {
        site = try Site()
    }

    private func login(_ pin: String, name: String? = nil, remote: Address = .local) -> Answered {
        let name = name.map { "\"name\": \"\($0)\", " } ?? ""
        return site.ask(
            .post, "/api/v1/login", body: Array("{\(name)\"pin\": \"\(pin)\"}".utf8),
            headers: [("Origin", "http://localhost")], from: .main, remote: remote)
    }

    private func cookieHeaders(_ login: Answered) throws -> [(String, String)] {
        [("Cookie", try #require(login.cookie(Authenticator.sessionCookie))), ("Origin", "http://localhost")]
    }

    @Test func organiserSignsInWithThePINOfTheBox() throws {
        let answer = login(site.keys.organiserPIN)
        #expect(answer.status == 200)
        #expect(try answer.text("role") == "organiser")
        let cookie = try #require(answer.response.headers.first { $0.name == "Set-Cookie" }?.value)
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    }

    @Test func changeNeedsTheCSRFHeaderAndTheOrigin() throws {
        let answer = login(site.keys.organiserPIN)
        let headers = try cookieHeaders(answer)
        let csrf = ("X-CSRF-Token", try answer.text("csrf"))
        let body = Array("{\"name\": \"cửa\", \"role\": \"desk\"}".utf8)
        let ask = { (headers: [(String, String)]) in
            site.ask(.post, "/api/v1/stations", body: body, headers: headers, from: .main).status
        }
        #expect(ask(headers) == 403)
        #expect(ask([headers[0], csrf]) == 403)
        #expect(ask([headers[0], csrf, ("Origin", "http://evil.example.vn")]) == 403)
        #expect(ask(headers + [csrf]) == 201)
    }

    @Test func wrongPINsLockTheAccount() {
        for _ in 0..<5 { #expect(login("000000").status == 401) }
        let answer = login(site.keys.organiserPIN)
        #expect(answer.status == 429)
        #expect(answer.response.headers.contains { $0.name == "Retry-After" })
    }

    @Test func bearerIsNeverSlowedDown() throws {
        for _ in 0..<8 { _ = login("000000") }
        #expect(site.ask(.get, "/api/v1/events").status == 200)
    }

    @Test func logoutEndsTheSessionAtOnce() throws {
        let answer = login(site.keys.organiserPIN)
        let headers = try cookieHeaders(answer) + [("X-CSRF-Token", try answer.text("csrf"))]
        #expect(site.ask(.get, "/api/v1/events", body: nil, headers: headers, from: .main).status == 200)
        #expect(site.ask(.post, "/api/v1/logout", body: Array("{}".utf8), headers: headers, from: .main).status == 204)
        #expect(site.ask(.get, "/api/v1/events", body: nil, headers: headers, from: .main).status == 401)
    }

    @Test func pinIsNotTakenOverPlainHTTPFromTheHall() throws {
        let phone = try #require(Address("10.42.0.17"))
        #expect(login(site.keys.organiserPIN, remote: phone).problem == "https_needed")
    }

    @Test func operatorNeedsAnEnrolledStation() {
        _ = site.ask(.post, "/api/v1/operators", body: "{\"name\": \"Lan\", \"role\": \"desk\", \"pin\": \"482615\"}")
        #expect(login("482615", name: "LAN").problem == "station_needed")
    }

    @Test(arguments: ["12345", "123456789", "12a456", ""])
    func pinHasSixToEightDigits(pin: String) {
        let body = "{\"name\": \"Lan\", \"role\": \"desk\", \"pin\": \"\(pin)\"}"
        #expect(site.ask(.post, "/api/v1/operators", body: body).status == 422)
    }

    @Test func linkOfAStationWorksOnce() throws {
        let added = site.ask(.post, "/api/v1/stations", body: "{\"name\": \"cửa\", \"role\": \"desk\"}")
        let token = try #require(try added.text("url").split(separator: "/").last)
        let enrol = { () in
            site.ask(
                .post, "/api/v1/enrol", body: Array("{\"token\": \"\(token)\"}".utf8),
                headers: [("Origin", "http://localhost")], from: .main)
        }
        #expect(enrol().status == 200)
        #expect(enrol().problem == "unknown_token")
    }

    @Test func unknownBearerIsRefused() {
        let answer = site.ask(
            .get, "/api/v1/events", body: nil, headers: [("Authorization", "Bearer nobody")], from: .main)
        #expect(answer.status == 401)
    }
}
