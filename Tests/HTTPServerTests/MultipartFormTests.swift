import Testing

import HTTPServer

struct MultipartFormTests {
    private let type = "multipart/form-data; boundary=\"xx\""

    private func body(_ parts: String...) -> [UInt8] {
        Array((parts.map { "--xx\r\n\($0)\r\n" }.joined() + "--xx--\r\n").utf8)
    }

    @Test func takesTheFieldNamedFile() throws {
        let form = MultipartForm(
            body(
                "Content-Disposition: form-data; name=\"note\"\r\n\r\nx",
                "Content-Disposition: form-data; name=\"file\"; filename=\"ds.csv\"\r\nContent-Type: text/csv\r\n\r\na;b\r\n1;2"
            ), contentType: type)
        #expect(try #require(form).file == Array("a;b\r\n1;2".utf8))
        #expect(form?.fileName == "ds.csv")
    }

    @Test(arguments: ["", "--xx", "--xx\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nno end"])
    func refusesAFormWithoutAnEnd(text: String) {
        #expect(MultipartForm(Array(text.utf8), contentType: type) == nil)
    }

    @Test func refusesAFormWithoutAFile() {
        let form = MultipartForm(body("Content-Disposition: form-data; name=\"a\"\r\n\r\nx"), contentType: type)
        #expect(form == nil)
    }

    @Test func needsABoundary() {
        #expect(MultipartForm(body(""), contentType: "multipart/form-data") == nil)
    }
}
