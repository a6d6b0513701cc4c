import Attendance
import HTTPServer
import QRCode
import Testing

@testable import Web

/// `POST /decode`: what comes back for what is sent.
struct DecodeTests {
    private static let badge = "1482157482157910123456789"

    private func decode(_ picture: [UInt8], as type: String) throws -> Answered {
        let site = try Site()
        return site.ask(
            .post, "/api/v1/decode", body: picture,
            headers: [("Content-Type", type), ("Origin", "http://localhost")], from: .kiosk)
    }

    @Test func aBadgeIsReadForTheKiosk() throws {
        let answer = try decode(try QRCode(digits: DecodeTests.badge).png(), as: "image/png")
        #expect(answer.status == 200)
        #expect(answer.json["texts"] as? [String] == [DecodeTests.badge])
    }

    @Test func aPictureWithoutACodeIsNoError() throws {
        let blank = Array("P5 64 64 255\n".utf8) + [UInt8](repeating: 200, count: 64 * 64)
        let answer = try decode(blank, as: "image/x-portable-graymap")
        #expect(answer.status == 200)
        #expect(answer.json["texts"] as? [String] == [])
    }

    @Test(arguments: [
        ("GIF89a", "image/gif", 415, "unknown_picture"),
        ("GIF89a", "image/png", 415, "unknown_picture"),
        ("P5 64 64 255\n", "image/x-portable-graymap", 422, "damaged_picture"),
        ("P5 60000 60000 255\n", "image/x-portable-graymap", 422, "picture_too_large"),
        ("", "image/jpeg", 415, "unknown_picture"),
    ])
    func whatCannotBeLookedAtIsSaidByItsCode(body: String, type: String, status: Int, code: String) throws {
        let answer = try decode(Array(body.utf8), as: type)
        #expect(answer.status == status)
        #expect(answer.problem == code)
    }
}
