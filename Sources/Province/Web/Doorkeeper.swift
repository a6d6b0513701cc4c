internal import Attendance
internal import HTTPServer

/// Finds out who asks, and slows down who fails.
struct Doorkeeper: Sendable {
    let registry: RegistryFile
    let sessions: OfficerSessions
    let throttle: FailureThrottle
    let clock: @Sendable () -> Timestamp

    /// Who sent the request, if they may call the route.
    ///
    /// - Throws: ``CallProblem``.
    func admit(_ request: Request, to route: Route) throws -> Caller {
        let caller = try caller(of: request)
        switch caller {
        case .nobody:
            guard route.access == .anybody else { throw CallProblem.unauthenticated }
        case .officer(let session): if route.method != .get { try request.check(session, for: route) }
        case .program: break
        }
        return caller
    }

    private func caller(of request: Request) throws -> Caller {
        if let header = request.headers["Authorization"] { return .program(try owner(header, request)) }
        guard let cookie = Cookies(request.headers["Cookie"])[SignInRoutes.cookie],
            let session = sessions.session(cookie, at: clock()),
            try registry.current().owner(ofToken: session.token) == session.name
        else { return .nobody }
        return .officer(session)
    }

    private func owner(_ header: String, _ request: Request) throws -> String {
        if header.hasPrefix("Bearer "), let name = try registry.current().owner(ofToken: String(header.dropFirst(7))) {
            return name
        }
        try throttle.fail(request.remote, at: clock())
        throw CallProblem.unauthenticated
    }
}

extension Request {
    /// OWASP ASVS 3.5.1: a change must come from a page of the host it is sent to.
    func checkOrigin() throws {
        guard let origin = headers["Origin"], let host = headers["Host"], origin.hasSuffix("://\(host)") else {
            throw CallProblem.badCSRF
        }
    }

    /// The same, and by a form of this very session; signing in anew needs no form of the old one.
    fileprivate func check(_ session: OfficerSession, for route: Route) throws {
        try checkOrigin()
        guard query["csrf"] == session.csrf || route.access == .anybody else { throw CallProblem.badCSRF }
    }
}
