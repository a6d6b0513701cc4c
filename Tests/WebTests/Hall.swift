import Attendance
import Foundation
import HTTPServer
import Store
import Testing

@testable import Web

/// A class whose room screen shows its code, one participant with a phone number, and a phone with a ticket.
final class Hall {
    let site: Site
    let clock = TestClock()
    let event: String
    let sessions: [String]
    let code: String
    private(set) var ticket = ""

    var session: String { sessions[0] }

    /// With `atStartOfStep` the clock stands where the screen has just changed its code.
    init(atStartOfStep: Bool = false) throws {
        site = try Site(clock: { [clock] in clock.now })
        (event, sessions) = try site.makeClass()
        let added = site.ask(
            .post, "/api/v1/events/\(event)/participants",
            body: #"{"name": "Nguyễn Thị Hoa", "phone": "0912 345 678", "consent": true}"#,
            headers: [("Idempotency-Key", "hoa")])
        code = try added.text("code")
        if atStartOfStep { clock.advance(seconds: 30 - clock.now.bootMilliseconds / 1_000 % 30) }
        ticket = try newTicket()
    }

    /// What the screen shows now.
    func token() throws -> String {
        let shown = site.ask(.get, "/api/v1/events/\(event)/venue-code")
        return try #require(try shown.text("url").split(separator: "/").last.map(String.init))
    }

    func newTicket() throws -> String {
        try #require(ticket(of: try token()))
    }

    func get(_ token: String) -> Answered {
        site.ask(.get, "/v/\(token)", body: nil, headers: [], from: .main)
    }

    /// The ticket in the form that a code gives; nil where it gives none.
    func ticket(of token: String) -> String? {
        get(token).page.firstMatch(of: /name="ticket" value="([^"]+)"/).map { String($0.1) }
    }

    /// Sends a form as a phone does; the session is the first one unless another is given.
    func post(
        _ fields: [String: String], ticket: String? = nil, session: String?? = .none, origin: String? = nil
    ) -> Answered {
        var all = fields
        all["ticket"] = ticket ?? self.ticket
        all["session"] = session ?? self.session
        var letters = CharacterSet.alphanumerics
        letters.insert(charactersIn: "-_")
        let body = all.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: letters) ?? "")" }
        let type = [("Content-Type", "application/x-www-form-urlencoded")]
        return site.ask(
            .post, "/v/any", body: Array(body.joined(separator: "&").utf8),
            headers: type + (origin.map { [("Origin", $0)] } ?? []), from: .main)
    }

    /// Well-formed codes that nobody has.
    func wrongCodes(_ count: Int, from start: Int = 0) -> [String] {
        (start..<start + count + 1).map { Code(serial: $0).digits }.filter { $0 != code }.suffix(count)
    }

    /// How the accepted scans of a session were made.
    func methods(in session: String? = nil) throws -> [String] {
        try scans(in: session).filter { $0["result"] as? String == "accepted" }.compactMap { $0["method"] as? String }
    }

    /// Refused scans of the first session, all of them made on phones.
    func refusals() throws -> Int {
        try scans().filter { $0["result"] as? String == "refused" && $0["method"] as? String == "self" }.count
    }

    private func scans(in session: String? = nil) throws -> [[String: Any]] {
        let register = site.ask(.get, "/api/v1/events/\(event)/export", query: [("format", "json")])
        return try register.list("scans").filter { $0["session"] as? String == session ?? self.session }
    }
}

extension Answered {
    /// The page as text.
    var page: String { String(decoding: bytes, as: UTF8.self) }
}
