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
    private let door: Doorkeeper
    private let log: Logger

    /// Reads pages and words of the folder `www`.
    package init(
        intake: Intake, www: String, version: String, clock: @escaping @Sendable () -> Timestamp, log: Logger
    ) throws {
        (self.log, assets, pages) = (log, try AssetTable(www: www), try Pages(www: www, version: version))
        door = Doorkeeper(
            registry: intake.registry, sessions: OfficerSessions(), throttle: FailureThrottle(), clock: clock)
        let (reader, review) = (SummaryReader(intake.database), PersonReview(intake.database))
        let bundles = BundleRoutes(intake: intake, throttle: door.throttle, clock: clock, log: log)
        let signIn = SignInRoutes(
            registry: intake.registry, sessions: door.sessions, throttle: door.throttle, pages: pages, clock: clock)
        let all =
            bundles.routes + HealthRoutes(database: intake.database, version: version).routes + signIn.routes
            + SummaryRoutes(reader: reader, review: review, clock: clock).routes
            + [ProvinceApplication.document(assets)]
            + PageRoutes(reader: reader, review: review, bundles: bundles, pages: pages).routes
        routes = Dictionary(grouping: all, by: \.path).mapValues { routes in
            Dictionary(routes.map { ($0.method, $0) }) { first, _ in first }
        }
    }

    /// The description of the API, for everybody.
    private static func document(_ assets: AssetTable) -> Route {
        Route(.get, "/api/v1/openapi.json", .anybody, on: .inline) { _, _ in
            guard let document = assets["/assets/openapi-province.json"] else { throw CallProblem.notFound }
            return document
        }
    }

    /// Every method and path, such as `GET /health`.
    var addresses: [String] {
        routes.values.flatMap { $0.values.map { "\($0.method.rawValue) \($0.path)" } }
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
        return (route, try door.admit(request, to: route))
    }

    /// A problem for programs, a page for people; a fault of our own is logged, what a client did wrong is not.
    private func response(to error: any Error, _ request: Request) -> Response {
        let problem = CallProblem(error)
        if problem.status >= 500 { log.error("\(request.method.rawValue) \(request.path): \(error)") }
        guard !request.path.hasPrefix("/api/"), request.headers["Accept"]?.contains("text/html") == true else {
            return problem.response
        }
        if problem.status == 401 { return .redirect(to: request.path == "/carry" ? "/login?to=/carry" : "/login") }
        let details: [String: any Sendable] = ["status": problem.status, "is_not_found": problem.status == 404]
        return (try? pages.page("error", for: request, status: problem.status, with: details)) ?? problem.response
    }
}
