package import Attendance
internal import Exchange
package import HTTPServer
package import Logging
internal import Rendering

/// The province's server as its clients see it: every address, who may call it, and where an error becomes a response.
package final class ProvinceApplication: Sendable {
    private let routes: [String: [Method: Route]]
    private let assets: AssetTable
    private let pages: Pages
    private let registry: RegistryFile
    private let sessions = OfficerSessions()
    private let throttle = FailureThrottle()
    private let clock: @Sendable () -> Timestamp
    private let log: Logger

    /// Reads pages and words of the folder `www`.
    package init(
        intake: Intake, www: String, version: String, clock: @escaping @Sendable () -> Timestamp, log: Logger
    ) throws {
        (registry, self.clock, self.log) = (intake.registry, clock, log)
        assets = try AssetTable(www: www)
        pages = try Pages(www: www, version: version)
        let bundles = BundleRoutes(intake: intake, throttle: throttle, clock: clock, log: log)
        let all =
            bundles.routes + HealthRoutes(database: intake.database, version: version).routes
            + SummaryRoutes(
                reader: SummaryReader(intake.database), review: PersonReview(intake.database)
            ).routes
        routes = Dictionary(grouping: all, by: \.path).mapValues { routes in
            Dictionary(routes.map { ($0.method, $0) }) { first, _ in first }
        }
    }

    /// What the server asks.
    package var handler: Handler {
        Handler(admit: admit) { [self] request, reply in reply.send(respond(request)) }
    }

    private func admit(_ request: Request) -> Admission {
        if request.method == .get, assets[request.path] != nil { return .admit(.inline, bodyLimit: 0) }
        do {
            let (route, _) = try find(request)
            return .admit(route.lane, bodyLimit: route.bodyLimit)
        } catch {
            return .refuse(response(to: error, request))
        }
    }

    private func respond(_ request: Request) -> Response {
        if request.method == .get, let asset = assets[request.path] { return asset }
        do {
            let (route, caller) = try find(request)
            return try route.action(request, caller)
        } catch {
            return response(to: error, request)
        }
    }

    /// The route of a request, if who asks may call it.
    private func find(_ request: Request) throws -> (Route, Caller) {
        guard let known = routes[request.path] else { throw CallProblem.notFound }
        guard let route = known[request.method] else {
            throw CallProblem.methodNotAllowed(known.keys.map(\.rawValue))
        }
        let caller = try caller(of: request)
        if caller == .nobody {
            guard route.access == .anybody else { throw CallProblem.unauthenticated }
            guard route.method == .get || !throttle.isSlowed(request.remote, at: clock()) else {
                throw CallProblem.slowDown
            }
        }
        return (route, caller)
    }

    private func caller(of request: Request) throws -> Caller {
        if let header = request.headers["Authorization"] {
            guard header.hasPrefix("Bearer "),
                let name = try registry.current().owner(ofToken: String(header.dropFirst(7)))
            else {
                if throttle.isSlowed(request.remote, at: clock()) { throw CallProblem.slowDown }
                throttle.fail(request.remote, at: clock())
                throw CallProblem.unauthenticated
            }
            return .program(name)
        }
        guard let cookie = Cookies(request.headers["Cookie"])["officer"],
            let session = sessions.session(cookie, at: clock()),
            try registry.current().owner(ofToken: session.token) == session.name
        else { return .nobody }
        return .officer(session)
    }

    /// A fault of our own is logged, what a client did wrong is not.
    private func response(to error: any Error, _ request: Request) -> Response {
        let problem = CallProblem(error)
        if problem.status >= 500 { log.error("\(request.method.rawValue) \(request.path): \(error)") }
        return problem.response
    }
}
