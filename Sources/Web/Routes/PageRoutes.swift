import Attendance
import HTTPServer
import QRCode
import Rendering
import Store

/// The pages people open.
struct PageRoutes {
    private let store: Store
    private let doors: Doors
    private let clock: @Sendable () -> ClockReading
    private let pages: Pages
    private let assets: AssetTable
    private let desk: DeskFiles

    init(_ environment: Environment, pages: Pages, assets: AssetTable, desk: DeskFiles) {
        (store, doors) = (environment.store, environment.doors)
        (self.pages, self.assets, self.desk, clock) = (pages, assets, desk, environment.clock)
    }

    var routes: [Route] {
        [
            page("/", "home"), page("/kiosk", "kiosk"), page("/admin", "admin"), page("/desk/carry", "carry"),
            page("/desk/paper", "paper"),
            Route(.get, "/desk", .anybody, openDesk),
            Route(.get, "/desk-worker.js", .anybody, on: .inline) { [desk] _ in .now(desk.worker) },
            Route(.get, "/enrol/{token}", .anybody, enrol),
            Route(.get, "/selftest", .anybody, selfTest),
            Route(.get, "/api/v1/openapi.json", .anybody, on: .inline) { [assets] _ in
                guard let document = assets["/assets/openapi.json"] else { throw Problem.notFound }
                return .now(document)
            },
            Route(.get, "/favicon.ico", .anybody, on: .inline) { _ in
                .now(Response(status: 302, headers: [("Location", "/assets/img/icon.svg")]))
            },
        ]
    }

    private func page(_ path: String, _ name: String) -> Route {
        Route(.get, path, .anybody) { context in
            .now(try pages.page(name, for: context.request, with: offer(context.request)))
        }
    }

    /// Says of which files it is made, so that a browser that keeps other ones does not mix them.
    @Sendable private func openDesk(_ context: Context) throws -> Answer {
        var response = try pages.page("desk", for: context.request, with: offer(context.request))
        response.headers.append(("X-Desk-Version", desk.version))
        return .now(response)
    }

    /// What a scanner reads in its test: all digits and the bar; the pairs of letters are those that Telex (`aa`) and VNI
    /// (`a6`, `d9`) change.
    private static let reference = "0123456789|9876543210|aa|a6|d9"

    @Sendable private func selfTest(_ context: Context) throws -> Answer {
        var details = offer(context.request)
        details["reference"] = PageRoutes.reference
        details["code"] = try QRCode(text: PageRoutes.reference).svg()
        return .now(try pages.page("selftest", for: context.request, with: details))
    }

    /// Looking does not use the token up: messengers fetch previews of links.
    @Sendable private func enrol(_ context: Context) throws -> Answer {
        let token = context.parameter("token")
        let station = try store.waitingStation(oneTimeToken: token, now: clock())
        var details = offer(context.request)
        (details["token"], details["is_valid"]) = (token, station != nil)
        if let station { details["station"] = station.name }
        return .now(try pages.page("enrol", for: context.request, with: details))
    }

    /// Whether the page tells its reader of https: where it came without, and a browser therefore gives it no camera.
    private func offer(_ request: Request) -> [String: any Sendable] {
        ["offers_https": doors.authority != nil && request.listener == .main && !request.isForThisMachine]
    }
}
