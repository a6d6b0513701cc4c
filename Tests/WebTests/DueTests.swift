import Attendance
import HTTPServer
import Testing

@testable import Web

/// What desk and kiosk offer while the true time is not known.
struct DueTests {
    private func make(_ name: String, on day: String, at site: Site) throws {
        let session = """
            {"title": "\(day)", "starts_at": "\(day)T07:30:00+07:00", "ends_at": "\(day)T11:00:00+07:00"}
            """
        let body = "{\"name\": \"\(name)\", \"kind\": \"class\", \"sessions\": [\(session)]}"
        #expect(site.ask(.post, "/api/v1/events", body: body).status == 201)
    }

    @Test func oldFairIsNotOfferedBeforeTheClassThatIsToCome() throws {
        let clock = TestClock()
        let site = try Site(clock: { clock.now })
        try make("Lớp", on: "2024-09-02", at: site)
        try make("Ngày hội", on: "2023-05-01", at: site)
        let answer = site.ask(.get, "/api/v1/kiosk")
        #expect(try answer.list("due").map { $0["title"] as? String } == ["2024-09-02"])
        #expect(try answer.object("next")["title"] as? String == "2024-09-02")
    }
}
