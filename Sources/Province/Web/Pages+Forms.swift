internal import HTTPServer
internal import Rendering

extension Pages {
    /// A page with a form that is sent without a script.
    ///
    /// Under `no-referrer` a browser would send `Origin: null` with it, and the check of the origin could say nothing.
    func formPage(
        _ name: String, for request: Request, status: Int = 200, with details: [String: any Sendable]
    ) throws -> Response {
        var response = try page(name, for: request, status: status, with: details)
        response.headers.removeAll { $0.name == "Referrer-Policy" }
        response.headers.append(("Referrer-Policy", "same-origin"))
        return response
    }
}
