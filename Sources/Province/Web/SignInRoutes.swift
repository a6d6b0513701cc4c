internal import Attendance
internal import HTTPServer
internal import Rendering

/// How people get to the pages: a token, typed once a day.
struct SignInRoutes: Sendable {
    let registry: RegistryFile
    let sessions: OfficerSessions
    let throttle: FailureThrottle
    let pages: Pages
    let clock: @Sendable () -> Timestamp

    /// The cookie of a session.
    static let cookie = "officer"

    var routes: [Route] {
        [
            Route(.get, "/login", .anybody) { request, _ in try form(request, isWrong: false) },
            Route(.post, "/login", .anybody) { request, _ in try signIn(request) },
            Route(.post, "/logout") { request, _ in
                if let id = Cookies(request.headers["Cookie"])[SignInRoutes.cookie] { sessions.end(id) }
                return .redirect(to: "/login")
            },
        ]
    }

    private func form(_ request: Request, isWrong: Bool) throws -> Response {
        try pages.formPage(
            "province-login", for: request, status: isWrong ? 401 : 200,
            with: ["is_wrong": isWrong, "is_carrying": request.query["to"] == "/carry"])
    }

    private func signIn(_ request: Request) throws -> Response {
        try request.checkOrigin()
        let token = try FormBody(request.body)["token"] ?? ""
        guard let name = try registry.current().owner(ofToken: token) else {
            try throttle.fail(request.remote, at: clock())
            return try form(request, isWrong: true)
        }
        let id = sessions.start(name: name, token: token, at: clock())
        var response = Response.redirect(to: request.query["to"] == "/carry" ? "/carry" : "/")
        let cookie = Cookies.set(
            SignInRoutes.cookie, id, isSecure: request.headers["X-Forwarded-Proto"] == "https",
            maxAgeSeconds: OfficerSessions.hours * 3_600)
        response.headers.append(("Set-Cookie", cookie))
        return response
    }
}

extension Response {
    /// 303: the browser asks for that page next.
    static func redirect(to path: String) -> Response { Response(status: 303, headers: [("Location", path)]) }
}
