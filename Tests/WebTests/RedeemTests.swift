import Attendance
import Foundation
import HTTPServer
import Store
import Testing

@testable import Web

/// The check-in as a client of the API sees it.
struct RedeemTests {
    private let site: Site
    private let event: String
    private let session: String
    private let later: String
    private let person: (id: String, code: String)

    init() throws {
        site = try Site()
        let (event, sessions) = try site.makeClass()
        (self.event, session, later) = (event, sessions[0], sessions[1])
        person = try site.enrol(["Bùi Thị Ví Dụ"], in: event)[0]
    }

    @Test func firstScanIsAccepted() throws {
        let answer = site.redeem(person.code, in: session)
        #expect(answer.status == 201)
        #expect(try answer.text("result") == "accepted")
        #expect(try answer.object("participant")["name"] as? String == "Bùi Thị Ví Dụ")
    }

    @Test func secondScanAnswersWithTheFirst() throws {
        let first = site.redeem(person.code, in: session)
        let second = site.redeem(person.code, in: session)
        #expect(second.status == 201)
        #expect(try second.text("reason") == "already_redeemed")
        let scan = try first.object("scan")
        #expect(try second.object("first")["scan"] as? String == scan["id"] as? String)
        #expect(try second.object("first")["occurred_at"] as? String == scan["occurred_at"] as? String)
    }

    @Test func sameNonceGetsTheSameAnswer() throws {
        let first = site.redeem(person.code, in: session, nonce: "n1")
        let again = site.redeem(person.code, in: session, nonce: "n1")
        #expect(first.status == 201)
        #expect(again.status == 200)
        #expect(again.bytes == first.bytes)
    }

    @Test func nonceWithAnotherCodeIsAConflict() throws {
        let other = try site.enrol(["Triệu Văn Ví Dụ"], in: event)[0]
        _ = site.redeem(person.code, in: session, nonce: "n1")
        let answer = site.redeem(other.code, in: session, nonce: "n1")
        #expect(answer.status == 409)
        #expect(answer.problem == "nonce_reused")
    }

    @Test func codeOfAMangledKeyboardIsRead() throws {
        let mangled = person.code.map { digit in
            ["1": "ă", "2": "â", "3": "ê", "4": "ô", "0": "đ"][String(digit)] ?? String(digit)
        }.joined()
        #expect(try site.redeem(mangled, in: session).text("result") == "accepted")
    }

    @Test(arguments: ["12345678", "00000000", "xin chào", "1234"])
    func wrongCodeIsARecordedRefusal(code: String) throws {
        let answer = site.redeem(code, in: session)
        #expect(answer.status == 201)
        #expect(try answer.text("reason") == "unknown_code")
        #expect(answer.json["participant"] == nil)
    }

    @Test func plannedSessionRefuses() throws {
        #expect(try site.redeem(person.code, in: later).text("reason") == "session_not_open")
    }

    @Test func codeOfAnotherEventIsNamed() throws {
        let (other, _) = try site.makeClass()
        let stranger = try site.enrol(["Nông Thị Ví Dụ"], in: other)[0]
        #expect(try site.redeem(stranger.code, in: session).text("reason") == "wrong_event")
    }

    @Test func annulledScanCanBeRepeated() throws {
        let scan = try site.redeem(person.code, in: session).object("scan")
        let id = try #require(scan["id"] as? String)
        #expect(site.ask(.post, "/api/v1/scans/\(id)/annul", body: "{\"reason\": \"quét nhầm\"}").status == 200)
        #expect(try site.redeem(person.code, in: session).text("result") == "accepted")
    }

    @Test func forcedScanNeedsAReason() throws {
        let body = { (reason: String) in
            "{\"code\": \"\(person.code)\", \"nonce\": \"f\", \"force\": true, \"reason\": \"\(reason)\"}"
        }
        #expect(site.ask(.post, "/api/v1/sessions/\(later)/redeem", body: body(" ")).status == 422)
        let answer = site.ask(.post, "/api/v1/sessions/\(later)/redeem", body: body("trưởng đoàn xác nhận"))
        #expect(try answer.text("result") == "accepted")
    }

    @Test(arguments: ["{", "[]", "{\"code\": 1}", "{\"code\": \"1\"}", "{\"nonce\": \"n\"}", "null"])
    func bodyThatCannotBeReadIsSaidSo(body: String) {
        let answer = site.ask(.post, "/api/v1/sessions/\(session)/redeem", body: body)
        #expect(answer.status == 400 || answer.status == 422)
        #expect(answer.problem != nil)
    }

    @Test func unknownSessionIsNotFound() {
        #expect(site.redeem(person.code, in: UUID().uuidString).status == 404)
    }

    @Test func kioskGetsAMaskedName() throws {
        let body = Array("{\"code\": \"\(person.code)\", \"nonce\": \"k\"}".utf8)
        let answer = site.ask(
            .post, "/api/v1/sessions/\(session)/redeem", body: body, headers: [("Origin", "http://localhost")],
            from: .kiosk)
        #expect(answer.status == 201)
        #expect(try answer.object("participant")["name"] as? String == "B. T. V. Dụ")
        #expect(try answer.object("participant")["code"] == nil)
    }

    @Test(arguments: ["\"participant_id\": \"P\"", "\"code\": \"1\", \"force\": true, \"reason\": \"r\""])
    func kioskTakesCodesOnly(fields: String) {
        let body = "{\"nonce\": \"k\", \(fields.replacing("\"P\"", with: "\"\(person.id)\""))}"
        let answer = site.ask(
            .post, "/api/v1/sessions/\(session)/redeem", body: Array(body.utf8),
            headers: [("Origin", "http://localhost")], from: .kiosk)
        #expect(answer.status == 403)
    }

    @Test func countsFollowTheScans() throws {
        _ = site.redeem(person.code, in: session)
        let attendance = site.ask(.get, "/api/v1/sessions/\(session)/attendance")
        let walkIns = try #require(try attendance.object("counts")["walk_in"] as? [String: Int])
        #expect(walkIns["present", default: 0] + walkIns["late", default: 0] == 1)
    }

    @Test func markOfStaffIsKept() throws {
        let path = "/api/v1/sessions/\(session)/attendance/\(person.id)"
        let answer = site.ask(.put, path, body: "{\"status\": \"excused\", \"reason\": \"ốm\"}")
        #expect(answer.status == 200)
        #expect(try answer.text("status") == "excused")
    }
}
