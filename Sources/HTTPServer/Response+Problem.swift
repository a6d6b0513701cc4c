extension Response {
    /// An `application/problem+json` answer (RFC 9457) whose `type` ends in a short code.
    ///
    /// The code is of letters, digits and `_`, such as `payload_too_large`.
    package static func problem(
        _ status: Int,
        _ code: String,
        title: String,
        detail: String? = nil,
        headers: [(name: String, value: String)] = []
    ) -> Response {
        let explanation = detail.map { ",\"detail\":\(quoted($0))" } ?? ""
        let type = "\"type\":\(quoted("/problems/" + code))"
        let json = "{\(type),\"title\":\(quoted(title)),\"status\":\(status)\(explanation)}"
        let mediaType = (name: "Content-Type", value: "application/problem+json")
        return Response(status: status, headers: [mediaType] + headers, content: .bytes(Array(json.utf8)))
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.append(json: text)
        return String(decoding: bytes, as: UTF8.self)
    }
}
