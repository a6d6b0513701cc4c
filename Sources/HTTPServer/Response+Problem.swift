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

    /// A JSON string (RFC 8259, 7).
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case _ where scalar.value < 0x10: "\\u000" + String(scalar.value, radix: 16)
            case _ where scalar.value < 0x20: "\\u00" + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }
}
