import HTTPServer
import Rendering
import Store

/// What a staff phone needs to trust the box's https, and the guide that says how.
struct InstallRoutes {
    private let doors: Doors
    private let pages: Pages
    private let box: String

    init(_ environment: Environment, pages: Pages) {
        (doors, self.pages) = (environment.doors, pages)
        box = String(environment.store.box.id.prefix(8))
    }

    var routes: [Route] {
        [
            Route(.get, "/https", .anybody, guide),
            Route(.get, "/ca.crt", .anybody, certificate),
            Route(.get, "/ca.mobileconfig", .anybody, profile),
        ]
    }

    @Sendable private func guide(_ context: Context) throws -> Answer {
        var details: [String: any Sendable] = [
            "is_secure": context.request.listener == .tls, "authority": "Điểm Danh \(box)", "box": box,
        ]
        if let fingerprint = doors.fingerprint { details["fingerprint"] = fingerprint }
        if let origin = doors.origin(for: context.request, isSecure: true) { details["origin"] = origin }
        return .now(try pages.page("https", for: context.request, with: details))
    }

    @Sendable private func certificate(_ context: Context) throws -> Answer {
        .now(file(try authority(), "application/x-x509-ca-cert", "diemdanh-\(box).crt"))
    }

    @Sendable private func profile(_ context: Context) throws -> Answer {
        let profile = ConfigurationProfile(authority: try authority(), name: "Điểm Danh \(box)")
        return .now(file(Array(profile.text.utf8), "application/x-apple-aspen-config", "diemdanh-\(box).mobileconfig"))
    }

    /// Throws 404 where the box does not vouch for itself.
    private func authority() throws(Problem) -> [UInt8] {
        guard let authority = doors.authority else { throw .notFound }
        return authority
    }

    private func file(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
        Response(
            status: 200,
            headers: [
                ("Content-Type", type), ("Content-Disposition", "attachment; filename=\"\(name)\""),
                ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
            ], content: .bytes(bytes))
    }
}
