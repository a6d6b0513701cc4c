import HTTPServer
import Rendering
import Store

/// The pages people open.
struct PageRoutes {
    let store: Store
    let pages: Pages
    let assets: AssetTable

    var routes: [Route] {
        [
            page("/", "home"), page("/kiosk", "kiosk"), page("/desk", "desk"), page("/admin", "admin"),
            Route(.get, "/enrol/{token}", .anybody, enrol),
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
        Route(.get, path, .anybody) { context in .now(try pages.page(name, for: context.request)) }
    }

    /// Looking does not use the token up: messengers fetch previews of links.
    @Sendable private func enrol(_ context: Context) throws -> Answer {
        let token = context.parameter("token")
        let station = try store.waitingStation(oneTimeToken: token)
        var details: [String: any Sendable] = ["token": token, "is_valid": station != nil]
        if let station { details["station"] = station.name }
        return .now(try pages.page("enrol", for: context.request, with: details))
    }
}
