import Store
import Testing

@testable import Delivery

/// Which addresses may be sent to.
struct WebAddressTests {
    @Test(arguments: [
        "https://tinh.example.vn", "https://tinh.example.vn:8443/nhan", "http://127.0.0.1:8090", "http://[::1]:8090",
        "http://localhost:8090", "http://127.1.2.3",
    ])
    func httpsAndThisMachineAreTaken(text: String) throws {
        #expect(try WebAddress(text).text == text)
    }

    @Test(arguments: [
        "http://tinh.example.vn", "http://127.evil.example", "http://127.0.0.1.example.vn", "http://10.0.0.1",
        "ftp://tinh.example.vn", "file:///etc/passwd", "https://user:secret@tinh.example.vn", "tinh.example.vn", "",
        "http://localhost.example.vn",
    ])
    func everythingElseIsRefused(text: String) {
        let problem = #expect(throws: DeliveryProblem.self) { try WebAddress(text) }
        #expect(problem?.kind == .notSecure)
    }

    @Test(arguments: ["https://tinh.example.vn", "https://tinh.example.vn/"])
    func pathIsAddedWithOneSlash(text: String) throws {
        #expect(try WebAddress(text).appending("/api/v1/bundles").text == "https://tinh.example.vn/api/v1/bundles")
    }
}
