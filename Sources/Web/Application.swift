import Attendance
package import HTTPServer
import Logging
import Rendering
import Store

/// The box as its clients see it: every address, who may call it, and one place where an error becomes a response.
package final class Application: Sendable {
    private let table: RouteTable
    private let pages: Pages
    private let assets: AssetTable
    private let authenticator: Authenticator
    private let feed: LiveFeed
    private let store: Store
    private let clock: @Sendable () -> ClockReading
    private let log: Logger

    /// Reads the pages and words of `environment.www`; throws ``RenderingError`` or what reading a file throws.
    package init(_ environment: Environment) throws {
        (store, clock, log) = (environment.store, environment.clock, environment.log)
        let store = store
        pages = try Pages(www: environment.www, version: environment.version)
        for finding in pages.languageFindings { log.warning("\(finding)") }
        assets = try AssetTable(www: environment.www)
        let desk = try DeskFiles(pages: pages, assets: assets, www: environment.www)
        authenticator = Authenticator(store: store, clock: environment.clock)
        feed = LiveFeed { session in
            (try? store.counts(session)).map { Response.json($0).text }
        }
        let tables = RosterTables(folder: environment.tables)
        let (codes, pins) = (VenueCode(), PINCheck(environment))
        table = RouteTable(
            EventRoutes(store: store).routes
                + RosterRoutes(store: store, tables: tables, clock: environment.clock).routes
                + ParticipantRoutes(store: store, tables: tables).routes
                + CardRoutes(store: store, tables: tables).routes
                + SessionRoutes(store: store, feed: feed, clock: environment.clock).routes
                + RedeemRoutes(store: store, feed: feed, clock: environment.clock).routes
                + DecodeRoutes().routes
                + DeskQueueRoutes(store: store, tables: tables, feed: feed, clock: environment.clock).routes
                + ExportRoutes(environment, tables: tables).routes
                + BundleRoutes(environment).routes
                + StaffRoutes(store: store, authenticator: authenticator, pins: pins).routes
                + KioskRoutes(store: store, pins: pins, feed: feed, clock: environment.clock).routes
                + OperatorRoutes(store: environment.store, authenticator: authenticator).routes
                + StationRoutes(environment, authenticator: authenticator).routes
                + OutboxRoutes(environment).routes
                + ProvinceRoutes(store: store).routes
                + StoreRoutes(environment).routes
                + InstallRoutes(environment, pages: pages).routes
                + CheckInRoutes(environment, codes: codes, feed: feed, pages: pages).routes
                + DisplayRoutes(environment, codes: codes, pages: pages).routes
                + BadgeRoutes(store: store).routes
                + EarlyRoutes(store: store, feed: feed).routes
                + PaperRoutes(store: store, feed: feed, pages: pages).routes
                + PageRoutes(environment, pages: pages, assets: assets, desk: desk).routes)
    }

    /// The whole table of addresses.
    var routes: [Route] { table.all }

    /// What the server asks.
    package var handler: Handler {
        Handler(admit: admit, respond: respond)
    }

    /// Opens the sessions that open by themselves, if it is time, and tells the pages. Cheap when there is none.
    package func openDueSessions() throws {
        guard try store.hasSessionsToOpen(clock()) else { return }
        for session in try store.perform(OpenDueSessions()) {
            log.info("opened by itself", metadata: ["session": "\(session)"])
            feed.changed(session)
        }
    }

    /// Ends the live feed's thread.
    package func stop() {
        feed.stop()
    }

    /// Answers one request on the calling thread, for the command line.
    package func answer(_ request: Request) -> Response {
        handler.answer(request)
    }

    /// Decides before any of the body is read: the address, the method, the caller, the origin.
    private func admit(_ request: Request) -> Admission {
        if request.method == .get, assets[request.path] != nil { return .admit(.inline, bodyLimit: 0) }
        do {
            let match = try table.find(request.method, request.segments)
            let caller = try authenticator.caller(of: request)
            try check(caller, for: request, match.route)
            return .admit(match.route.lane, bodyLimit: match.route.bodyLimit)
        } catch {
            return .refuse(response(to: error, request))
        }
    }

    private func check(_ caller: Caller, for request: Request, _ route: Route) throws {
        guard route.access.admits(caller.role) else {
            throw caller.role == .anybody || caller.role == .station ? Problem.unauthenticated : .forbidden
        }
        guard request.method != .get, !request.isByProgram else { return }
        let hasTicket = route.access.contains(.ticket)
        try request.checkOrigin(isRequired: caller.csrf != nil && !hasTicket, mayBeHidden: hasTicket)
        guard let csrf = caller.csrf, !route.access.isOpen else { return }
        guard request.headers["X-CSRF-Token"] == csrf else { throw Problem.badCSRF }
    }

    private func respond(_ request: Request, _ reply: consuming Reply) {
        if let asset = request.method == .get ? assets[request.path] : nil { return reply.send(asset) }
        switch perform(request) {
        case .now(let response): reply.send(response)
        case .later(let start):
            let pending = PendingReply(reply)
            start { [self] result in
                switch result {
                case .success(let response): pending.send(response)
                case .failure(let error): pending.send(response(to: error, request))
                }
            }
        }
    }

    private func perform(_ request: Request) -> Answer {
        do {
            let match = try table.find(request.method, request.segments)
            let caller = try authenticator.caller(of: request)
            return try match.route.action(Context(request: request, caller: caller, match: match))
        } catch {
            return .now(response(to: error, request))
        }
    }

    /// A problem for programs, a page for people; a fault of our own is logged, what a client did wrong is not.
    private func response(to error: any Error, _ request: Request) -> Response {
        let problem = Problem(error)
        if problem.status >= 500 { log.error("\(request.method.rawValue) \(request.path): \(error)") }
        guard request.wantsPage else { return problem.response }
        let details: [String: any Sendable] = ["status": problem.status, "is_not_found": problem.status == 404]
        let page = try? pages.page("error", for: request, status: problem.status, with: details)
        return page ?? problem.response
    }
}

extension Request {
    /// Whether a person's browser asks for a page.
    fileprivate var wantsPage: Bool {
        !path.hasPrefix("/api/") && headers["Accept"]?.contains("text/html") == true
    }

    /// Whether no cookie and no door says who asks, so that no other page can ask in their name.
    fileprivate var isByProgram: Bool {
        listener == .control || (headers["Authorization"] != nil && listener != .kiosk)
    }

    /// OWASP ASVS 3.5.1: a change must come from a page of the host it is sent to.
    ///
    /// Browsers that were told to give no referrer, and those of captive portals, hide the origin of a form: `null`.
    fileprivate func checkOrigin(isRequired: Bool, mayBeHidden: Bool) throws {
        guard let origin = headers["Origin"] else {
            if isRequired { throw Problem.badCSRF }
            return
        }
        if mayBeHidden, origin == "null" { return }
        let scheme = listener == .tls ? "https" : "http"
        guard origin == "\(scheme)://\(headers["Host"] ?? "")" else { throw Problem.badCSRF }
    }
}

extension Response {
    /// The body as text.
    var text: String {
        guard case .bytes(let bytes) = content else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
