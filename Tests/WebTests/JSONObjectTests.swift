import Foundation
import Testing

@testable import Web

struct JSONObjectTests {
    @Test(arguments: [
        "", "Nguyễn Thị Ánh", "\"quoted\" and \\", "a\u{0}b\u{1F}c\nd\te", "\u{7F}\u{2028}", "👩‍🌾",
    ]) func textComesBackAsItWas(text: String) throws {
        var object = JSONObject()
        object.add("text", text)
        #expect(try read(object)["text"] as? String == text)
    }

    @Test func whatIsNilIsLeftOut() throws {
        var inner = JSONObject()
        inner.add("yes", true)
        var object = JSONObject()
        object.add("nothing", nil as String?)
        object.add("inner", inner)
        object.add("no", false)
        object.add("nobody", nil as JSONObject?)
        #expect(object.response(status: 201).text == #"{"inner":{"yes":true},"no":false}"#)
    }

    private func read(_ object: JSONObject) throws -> [String: Any] {
        let text = object.response().text
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
