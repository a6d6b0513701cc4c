import HTTPServer

extension Problem {
    private struct Body: Encodable {
        let type: String
        let title: String
        let status: Int
        let detail: String?
        let errors: [FieldError]?
        let sheets: [String]?
    }

    /// The response of this problem.
    var response: Response {
        let body = Body(
            type: "/problems/\(code)", title: title, status: status, detail: detail,
            errors: errors.isEmpty ? nil : errors, sheets: sheets.isEmpty ? nil : sheets)
        var response = Response.json(body, status: status)
        response.headers.removeAll { $0.name == "Content-Type" }
        response.headers.append(("Content-Type", "application/problem+json"))
        response.headers += headers
        return response
    }
}
