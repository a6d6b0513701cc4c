import Attendance
import FoundationEssentials
import HTTPServer
import QRCode
import Store

/// The phones and screens that may work for this box.
struct StationRoutes {
    private let store: Store
    private let authenticator: Authenticator
    private let address: String?

    init(_ environment: Environment, authenticator: Authenticator) {
        (store, self.authenticator, address) = (environment.store, authenticator, environment.address)
    }

    var routes: [Route] {
        [
            Route(.get, "/api/v1/stations", .organiser, list),
            Route(.post, "/api/v1/stations", .organiser, add),
            Route(.delete, "/api/v1/stations/{name}", .organiser, revoke),
            Route(.post, "/api/v1/enrol", .anybody, bodyLimit: 4 << 10, enrol),
        ]
    }

    @Sendable private func list(_ context: Context) throws -> Answer {
        .now(.json(["items": try store.stations().map(StationOutput.init)]))
    }

    @Sendable private func add(_ context: Context) throws -> Answer {
        let input = try context.request.json(StationInput.self)
        guard let role = Station.Role(rawValue: input.role) else {
            throw Problem.invalid("/role", "must be desk, kiosk or display")
        }
        let command = AddStation(name: try text(input.name, "/name"), role: role, actor: context.caller.actor)
        let added = try store.perform(command)
        let url = "\(origin(for: context.request))/enrol/\(added.oneTimeToken)"
        let output = NewStationOutput(
            name: added.station.name, role: role.rawValue, url: url, qrSVG: try QRCode(text: url).svg())
        return .now(.json(output, status: 201))
    }

    /// Where a phone finds the box: as the organiser's own browser did, unless that one runs on the box.
    private func origin(for request: Request) -> String {
        let host = request.headers["Host"] ?? "localhost"
        if let address, request.remote.isLoopback { return "http://\(address)" }
        return "\(request.listener == .tls ? "https" : "http")://\(host)"
    }

    @Sendable private func revoke(_ context: Context) throws -> Answer {
        let name = context.parameter("name")
        let scans = try store.perform(RevokeStation(name: name, actor: context.caller.actor))
        authenticator.forget()
        return .now(.json(["scans": scans.map(\.description)]))
    }

    @Sendable private func enrol(_ context: Context) throws -> Answer {
        let input = try context.request.json(EnrolInput.self)
        let enrolled: EnrolStation.Answer
        do {
            enrolled = try store.perform(EnrolStation(oneTimeToken: input.token))
        } catch .notFound {
            throw Problem(404, "unknown_token", "This link was used already, or it never was one.")
        }
        var response = Response.json(EnrolOutput(enrolled.station))
        let lifetime = 90 * 86_400
        response.headers.append(
            context.request.settingCookie(Authenticator.stationCookie, enrolled.token, maxAgeSeconds: lifetime))
        return .now(response)
    }
}
