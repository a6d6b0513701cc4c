import Foundation
import Testing

@testable import Attendance

/// Published examples of the hash and of name-based UUIDs.
struct SHA1Tests {
    @Test(arguments: [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
        (String(repeating: "a", count: 1_000), "291e9a6c66994949b57ba5e650361e98fc36b1ba"),
    ])
    func digestIsThePublishedOne(message: String, digest: String) {
        let bytes = SHA1.digest(of: Array(message.utf8))
        #expect(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest)
    }

    @Test func nameGivesTheUUIDOfTheStandard() throws {
        let dns = try #require(UUID(uuidString: "6ba7b810-9dad-11d1-80b4-00c04fd430c8"))
        let uuid = UUID(name: "www.example.com", in: dns)
        #expect(uuid.uuidString == "2ED6657D-E927-568B-95E1-2665A8AEA6A2")
    }
}
