import Foundation
import HTTPServer
import Testing

@testable import Web

/// Requests of other pages, and texts that would break a document.
struct HostileInputTests {
    private let site: Site
    private let event: String
    private let session: String

    init() throws {
        let clock = TestClock()
        site = try Site(clock: { clock.now })
        let (event, sessions) = try site.makeClass()
        (self.event, session) = (event, sessions[0])
    }

    private func enrol(_ fields: String) -> Answered {
        site.ask(
            .post, "/api/v1/events/\(event)/participants", body: "{\(fields)}",
            headers: [("Idempotency-Key", UUID().uuidString)])
    }

    @Test(arguments: [
        ("http://localhost", 201), ("http://evil.example.vn", 403), ("null", 403), ("https://localhost", 403),
        ("http://evil.example.vn/localhost", 403), ("localhost", 403),
    ])
    func kioskTakesChangesOfItsOwnPageOnly(origin: String, status: Int) {
        for extra in [[], [("Authorization", "Basic x")]] {
            let answer = site.ask(
                .post, "/api/v1/sessions/\(session)/redeem",
                body: Array("{\"code\": \"1\", \"nonce\": \"\(UUID().uuidString)\"}".utf8),
                headers: extra + [("Origin", origin)], from: .kiosk)
            #expect(answer.status == status)
        }
    }

    @Test func kioskCannotTryAllCodes() throws {
        let code = try enrol("\"name\": \"Lan\"").text("code")
        let redeem = { (code: String) in
            site.ask(
                .post, "/api/v1/sessions/\(session)/redeem",
                body: Array("{\"code\": \"\(code)\", \"nonce\": \"\(UUID().uuidString)\"}".utf8), headers: [],
                from: .kiosk)
        }
        let answers = (0..<100).map { _ in redeem("1") }
        #expect(answers.prefix(60).allSatisfy { $0.status == 201 })
        #expect(answers.last?.status == 429)
        #expect(redeem(code).status == 429)
        #expect(site.redeem(code, in: session).status == 201)
    }

    @Test(arguments: [
        ("Lan\\u0000 Hoa\\u0001\\ufffe", "Lan Hoa"), ("Lan \\u202egnp.exe", "Lan gnp.exe"), ("Lan\\nHoa", "Lan Hoa"),
    ])
    func nameIsKeptWithoutWhatBreaksADocument(written: String, kept: String) throws {
        #expect(try enrol("\"name\": \"\(written)\"").text("name") == kept)
    }

    @Test(arguments: ["", "\u{200B}\u{202E}", "A" + String(repeating: "\u{301}", count: 5_000)])
    func nameThatNobodyCanReadIsRefused(name: String) {
        #expect(enrol("\"name\": \"\(name)\"").status == 422)
    }

    @Test func noFieldOfAWalkInIsEndless() {
        let long = String(repeating: "E", count: 301)
        for field in ["name", "ethnicity", "organisation", "position", "commune", "phone"] {
            let name = field == "name" ? "" : "\"name\": \"Lan\", "
            #expect(enrol("\(name)\"\(field)\": \"\(long)\"").status == 422, "\(field)")
        }
    }

    @Test func cardScannedIntoTheFieldOfTheNameIsReadAsACard() throws {
        let line = "001301044455||Nguyễn Thị Ví Dụ|05062001|Nữ|Xã Yên Bình, Thạch Thất, Hà Nội|10052021"
        #expect(try enrol("\"name\": \"\(line)\"").text("name") == "Nguyễn Thị Ví Dụ")
        #expect(enrol("\"name\": \"001301044455|Nguyễn\"").problem == "no_citizen_card")
    }
}
