import Store
import Testing

@testable import Delivery

/// What libcurl is told before anything is sent.
struct CurlTests {
    @Test func pinThatCannotBeSetEndsTheTransfer() throws {
        // libcurl takes no text longer than eight million bytes.
        let pin = "sha256//" + String(repeating: "A", count: 9_000_000)
        let address = try WebAddress("https://tinh.example.vn")
        let upload = Upload(url: address, headers: [], body: .bytes([]), trust: .key(pin))
        #expect(throws: DeliveryProblem.self) { try Curl(upload, isCancelled: { false }) }
    }
}
