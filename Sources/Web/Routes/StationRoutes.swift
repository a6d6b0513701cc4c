import Attendance
import HTTPServer
import QRCode
import Store

/// The phones and screens that may work for this box.
struct StationRoutes {
    private let store: Store
    private let authenticator: Authenticator
    private let doors: Doors

    init(_ environment: Environment, authenticator: Authenticator) {
        (store, self.authenticator, doors) = (environment.store, authenticator, environment.doors)
    }

    var routes: [Route] {
        [
            Route(.get, "/api/v1/stations", .organiser, list),
            Route(.post, "/api/v1/stations", .organiser, add),
            Route(.delete, "/api/v1/stations/{name}", .organiser, revoke),
            Route(.post, "/api/v1/stations/{name}/link", .organiser, renewLink),
            Route(.get, "/api/v1/stations/{name}/scans", .organiser, scans),
            Route(
                .post, "/api/v1/stations/self", [.kiosk, .display, .desk, .station], on: .inline, bodyLimit: 4 << 10,
                report),
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
        let name = try addressName(input.name, "/name")
        guard name != "self" else { throw Problem.invalid("/name", "stands for the caller") }
        let command = AddStation(
            name: name, role: role, direction: try direction(input.direction), actor: context.caller.actor)
        return .now(.json(try output(try store.perform(command), context.request), status: 201))
    }

    @Sendable private func renewLink(_ context: Context) throws -> Answer {
        let command = RenewStationLink(name: context.parameter("name"), actor: context.caller.actor)
        return .now(.json(try output(try store.perform(command), context.request), status: 201))
    }

    private func output(_ link: StationLink, _ request: Request) throws -> NewStationOutput {
        let path = "/enrol/\(link.oneTimeToken)"
        let url = doors.plainOrigin(for: request) + path
        let secure = doors.origin(for: request, isSecure: true).map { $0 + path }
        return NewStationOutput(
            name: link.station.name, role: link.station.role.rawValue, url: url, qrSVG: try QRCode(text: url).svg(),
            secureURL: secure, secureQRSVG: try secure.map { try QRCode(text: $0).svg() })
    }

    @Sendable private func revoke(_ context: Context) throws -> Answer {
        let name = context.parameter("name")
        try store.perform(RevokeStation(name: name, actor: context.caller.actor))
        authenticator.forget()
        let scans = try store.scans(ofStation: name, limit: StationRoutes.scanLimit)
        return .now(.json(["scans": scans.reversed().map(\.id.description)]))
    }

    private static let scanLimit = 5_000

    @Sendable private func scans(_ context: Context) throws -> Answer {
        let limit = try context.number("limit", in: 1...StationRoutes.scanLimit, default: 1_000)
        let lines = try store.scans(ofStation: context.parameter("name"), limit: limit)
        let titles = try store.events().reduce(into: [ID<Session>: (event: String, session: String)]()) {
            titles, event in
            for session in event.sessions {
                titles[session.id] = (event.definition.name, session.definition.title)
            }
        }
        let items = lines.map { line in
            let (event, session) = titles[line.session] ?? ("", "")
            return StationScanOutput(line, event: event, session: session)
        }
        return .now(.json(["items": items]))
    }

    /// A sign of life of the device itself, with what it keeps.
    @Sendable private func report(_ context: Context) throws -> Answer {
        guard let station = context.caller.actor.station else { throw Problem.forbidden }
        let report = try context.request.json(StationReportInput.self).report()
        return store.answer(ReportStation(station: station, report: report)) { .noContent }
    }

    @Sendable private func enrol(_ context: Context) throws -> Answer {
        let input = try context.request.json(EnrolInput.self)
        let enrolled: EnrolStation.Answer
        do {
            enrolled = try store.perform(EnrolStation(oneTimeToken: input.token))
        } catch .notFound {
            throw Problem(404, "unknown_token", "This link was used already, is too old, or never was one.")
        }
        var response = Response.json(EnrolOutput(enrolled.station))
        let lifetime = 90 * 86_400
        response.headers.append(
            context.request.settingCookie(Authenticator.stationCookie, enrolled.token, maxAgeSeconds: lifetime))
        return .now(response)
    }
}
