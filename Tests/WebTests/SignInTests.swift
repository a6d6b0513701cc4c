import Foundation
import HTTPServer
import Store
import Testing

@testable import Web

/// What signing in gives away, how long it lasts, and whom it can shut out.
struct SignInTests {
    private let clock: TestClock
    private let site: Site

    init() throws {
        let clock = TestClock()
        self.clock = clock
        site = try Site(clock: { clock.now })
    }

    private func login(
        _ pin: String, name: String, at device: [(String, String)] = [], from listener: Listener = .main
    ) -> Answered {
        site.ask(
            .post, "/api/v1/login", body: Array("{\"name\": \"\(name)\", \"pin\": \"\(pin)\"}".utf8),
            headers: device + [("Origin", "http://localhost")], from: listener)
    }

    private func addOperator(_ name: String, _ pin: String) {
        _ = site.ask(
            .post, "/api/v1/operators", body: "{\"name\": \"\(name)\", \"role\": \"desk\", \"pin\": \"\(pin)\"}")
    }

    /// The cookie of a newly enrolled desk.
    private func desk() throws -> [(String, String)] {
        let added = site.ask(.post, "/api/v1/stations", body: "{\"name\": \"cửa\", \"role\": \"desk\"}")
        let token = try #require(try added.text("url").split(separator: "/").last)
        let enrolled = site.ask(
            .post, "/api/v1/enrol", body: Array("{\"token\": \"\(token)\"}".utf8),
            headers: [("Origin", "http://localhost")], from: .main)
        return [("Cookie", try #require(enrolled.cookie(Authenticator.stationCookie)))]
    }

    private func organiser() throws -> [(String, String)] {
        let answer = login(site.keys.organiserPIN, name: "")
        return [("Cookie", try #require(answer.cookie(Authenticator.sessionCookie)))]
    }

    private func status(_ headers: [(String, String)]) -> Int {
        site.ask(.get, "/api/v1/events", body: nil, headers: headers, from: .main).status
    }

    @Test func aLoginInUseDoesNotEnd() throws {
        let headers = try organiser()
        for _ in 0..<3 {
            clock.advance(minutes: 10)
            #expect(status(headers) == 200)
            // Waits for a commit, and so for the one before it.
            #expect(site.ask(.post, "/api/v1/store/rebuild").status == 200)
        }
    }

    @Test func aLoginWithoutUseEnds() throws {
        let headers = try organiser()
        clock.advance(minutes: 16)
        #expect(status(headers) == 401)
    }

    @Test func anotherLoginEndsTheOneBefore() throws {
        let headers = try organiser()
        #expect(login(site.keys.organiserPIN, name: "", at: headers).status == 200)
        #expect(status(headers) == 401)
    }

    @Test func namesThatDifferByTheirMarksBothSignIn() throws {
        addOperator("Hoa", "111222")
        addOperator("Hòa", "333444")
        let device = try desk()
        #expect(login("333444", name: "Hòa", at: device).status == 200)
        #expect(login("111222", name: "Hoa", at: device).status == 200)
    }

    @Test func aStrangerCannotGuessOperatorsNorLockThemOut() throws {
        addOperator("Lan", "482615")
        for name in ["Lan", "Nobody"] {
            for _ in 0..<6 { #expect(login("000000", name: name).problem == "station_needed") }
        }
        #expect(login("482615", name: "Lan", at: try desk()).status == 200)
    }

    @Test func operatorTakesOverADeskFromTheOrganiser() throws {
        addOperator("Lan", "482615")
        let device = try desk()
        let first = login(site.keys.organiserPIN, name: "", at: device)
        let session = try #require(first.cookie(Authenticator.sessionCookie))
        let both = [("Cookie", "\(device[0].1); \(session)")]
        #expect(try login("482615", name: "Lan", at: both).text("role") == "desk")
    }

    @Test func theKioskTakesNoPIN() {
        #expect(login(site.keys.organiserPIN, name: "", from: .kiosk).status == 403)
    }

    @Test func aDeskCannotMoveAKnownClockToAnotherDay() throws {
        addOperator("Lan", "482615")
        let device = try desk()
        let answer = login("482615", name: "Lan", at: device)
        let session = try #require(answer.cookie(Authenticator.sessionCookie))
        let headers = [
            ("Cookie", "\(device[0].1); \(session)"), ("X-CSRF-Token", try answer.text("csrf")),
            ("Origin", "http://localhost"),
        ]
        let set = { (time: String) in
            site.ask(
                .post, "/api/v1/clock", body: Array("{\"now\": \"\(time)\"}".utf8), headers: headers, from: .main
            ).status
        }
        #expect(set("2024-08-15T08:00:00+07:00") == 200)
        #expect(set("2024-08-15T08:20:00+07:00") == 200)
        #expect(set("2099-01-01T08:00:00+07:00") == 409)
        #expect(site.ask(.post, "/api/v1/clock", body: "{\"now\": \"2024-08-17T08:00:00+07:00\"}").status == 200)
    }
}
