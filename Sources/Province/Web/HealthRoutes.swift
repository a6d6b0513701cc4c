internal import HTTPServer

/// Whether the server and its database work, for whoever watches over them.
struct HealthRoutes: Sendable {
    let database: Database
    let version: String

    var routes: [Route] {
        [
            Route(.get, "/health", .anybody) { _, _ in
                try database.use { try $0.script("SELECT 1") }
                return .json(["status": "ok", "version": version])
            }
        ]
    }
}
