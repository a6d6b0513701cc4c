import Attendance
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
        _ pin: String, name: String, at device: [(String, String)] = [], from listener: Listener = .main,
        remote: Address = .local
    ) -> Answered {
        let scheme = listener == .tls ? "https" : "http"
        return site.ask(
            .post, "/api/v1/login", body: Array("{\"name\": \"\(name)\", \"pin\": \"\(pin)\"}".utf8),
            headers: device + [("Origin", "\(scheme)://localhost")], from: listener, remote: remote)
    }

    /// A login over https from a phone in the hall, all of which share an address.
    private func loginFromTheHall(_ pin: String, at device: [(String, String)] = []) throws -> Answered {
        login(pin, name: "", at: device, from: .tls, remote: try #require(Address("10.42.0.17")))
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

    @Test func strangersLockOutStrangersOnly() throws {
        let welcome = try loginFromTheHall(site.keys.organiserPIN)
        let known = [("Cookie", try #require(welcome.cookie("__Host-diemdanh_browser")))]
        for _ in 0..<6 { _ = try loginFromTheHall("000000") }
        #expect(try loginFromTheHall(site.keys.organiserPIN).status == 429)
        #expect(try loginFromTheHall(site.keys.organiserPIN, at: known).status == 200)
        #expect(login(site.keys.organiserPIN, name: "").status == 200)
        #expect(login(site.keys.organiserPIN, name: "", at: try desk()).status == 200)
        // What signed in elsewhere forgives no stranger.
        #expect(try loginFromTheHall(site.keys.organiserPIN).status == 429)
    }

    @Test func anotherAddressGivesAStrangerNoMoreGuesses() throws {
        for number in 1...5 {
            let phone = try #require(Address("10.42.0.\(number)"))
            #expect(login("000000", name: "", from: .tls, remote: phone).status == 401)
        }
        let next = try #require(Address("10.42.0.77"))
        #expect(login(site.keys.organiserPIN, name: "", from: .tls, remote: next).status == 429)
    }

    @Test func knownBrowserIsLockedByItsOwnWrongPINs() throws {
        let welcome = try loginFromTheHall(site.keys.organiserPIN)
        let known = [("Cookie", try #require(welcome.cookie("__Host-diemdanh_browser")))]
        for _ in 0..<5 { #expect(try loginFromTheHall("000000", at: known).status == 401) }
        #expect(try loginFromTheHall(site.keys.organiserPIN, at: known).status == 429)
        clock.advance(minutes: 2)
        #expect(try loginFromTheHall(site.keys.organiserPIN, at: known).status == 200)
    }

    private func openAtTheKiosk(_ pin: String, _ session: String, acceptEarly: Bool = false) -> Answered {
        site.ask(
            .post, "/api/v1/sessions/\(session)/open-with-pin",
            body: Array("{\"pin\": \"\(pin)\", \"accept_early\": \(acceptEarly)}".utf8),
            headers: [("Origin", "http://localhost")], from: .kiosk)
    }

    /// A class of two sessions of which the first is due: the true time is not known, and nobody has opened one.
    private func makeDueClass() throws -> (event: String, sessions: [String]) {
        let body = """
            {"name": "Lớp thử", "kind": "class", "sessions": [
              {"title": "Sáng", "starts_at": "2024-08-15T07:30:00+07:00", "ends_at": "2024-08-15T11:00:00+07:00"},
              {"title": "Chiều", "starts_at": "2024-08-15T13:30:00+07:00", "ends_at": "2024-08-15T16:30:00+07:00"}]}
            """
        let event = site.ask(.post, "/api/v1/events", body: body)
        return (try event.text("id"), try event.list("sessions").compactMap { $0["id"] as? String })
    }

    @Test func pinAtTheKioskOpensOnceAndLeavesNothingBehind() throws {
        addOperator("Lan", "482615")
        let (event, sessions) = try makeDueClass()
        for person in try site.enrol(["Bùi Thị Một", "Bùi Văn Hai"], in: event) {
            #expect(try site.redeem(person.code, in: sessions[0]).text("reason") == "session_not_open")
        }
        let door = site.ask(.get, "/api/v1/kiosk", body: nil, headers: [], from: .kiosk)
        #expect(try door.list("due").first?["early"] as? Int == 2)
        let answer = openAtTheKiosk("482615", sessions[0], acceptEarly: true)
        #expect(answer.status == 200 && answer.json["accepted_early"] as? Int == 2)
        #expect(!answer.response.headers.contains { $0.name == "Set-Cookie" })
        let me = site.ask(.get, "/api/v1/me", body: nil, headers: [], from: .kiosk)
        #expect(try me.text("role") == "kiosk")
        let opened = try site.store.register(of: try #require(ID<Event>(event))).scans
        #expect(opened.filter { $0.operatorName == "Lan" }.count == 2)
    }

    @Test func pinAtTheKioskOpensWhatIsDueAndNothingElse() throws {
        let (_, sessions) = try makeDueClass()
        #expect(openAtTheKiosk(site.keys.organiserPIN, sessions[1]).status == 403)
        #expect(openAtTheKiosk(site.keys.organiserPIN, sessions[0]).status == 200)
    }

    @Test func wrongPINsAtTheKioskLockNeitherAccountNorCheckIn() throws {
        let (event, sessions) = try makeDueClass()
        for _ in 0..<5 { #expect(openAtTheKiosk("000000", sessions[0]).problem == "wrong_pin") }
        #expect(openAtTheKiosk(site.keys.organiserPIN, sessions[0]).status == 429)
        #expect(login(site.keys.organiserPIN, name: "").status == 200)
        #expect(site.ask(.post, "/api/v1/sessions/\(sessions[0])/open").status == 200)
        let person = try #require(try site.enrol(["Bùi Thị Một"], in: event).first)
        let scan = site.ask(
            .post, "/api/v1/sessions/\(sessions[0])/redeem",
            body: Array("{\"code\": \"\(person.code)\", \"nonce\": \"n\"}".utf8),
            headers: [("Origin", "http://localhost")], from: .kiosk)
        #expect(try scan.text("result") == "accepted")
    }

    @Test func pinOfTwoPeopleOpensNothing() throws {
        addOperator("Lan", "482615")
        addOperator("Hoa", "482615")
        let (_, sessions) = try makeDueClass()
        #expect(openAtTheKiosk("482615", sessions[0]).problem == "pin_not_unique")
        #expect(openAtTheKiosk(site.keys.organiserPIN, sessions[0]).status == 200)
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
