import Attendance
import HTTPServer
import QRCode
import Rendering
import Store

/// The room's screen: what is on, how many came, and the code that lets phones check in.
struct DisplayRoutes {
    private let store: Store
    private let pages: Pages
    private let clock: @Sendable () -> ClockReading
    private let doors: Doors
    private let codes: VenueCode

    init(_ environment: Environment, codes: VenueCode, pages: Pages) {
        (store, clock, doors) = (environment.store, environment.clock, environment.doors)
        (self.codes, self.pages) = (codes, pages)
    }

    var routes: [Route] {
        [
            Route(.get, "/display", .anybody, current),
            Route(.get, "/display/{event}", .anybody, display),
            Route(.get, "/api/v1/events/{id}/venue-code", [.display, .desk], venueCode),
        ]
    }

    /// To the event that is on, else the next one: a screen is enrolled once, and classes come and go.
    @Sendable private func current(_ context: Context) throws -> Answer {
        let time = try store.time(clock())
        let events = try store.events()
        let coming = events.filter { $0.sessions.contains { $0.definition.endsAt > time } }
        let event =
            events.first { $0.sessions.contains { $0.state == .open } }
            ?? coming.min { ($0.sessions.first?.startsAt ?? time) < ($1.sessions.first?.startsAt ?? time) }
            ?? events.first
        let place = event.map { "/display/\($0.id)" } ?? "/"
        return .now(Response(status: 302, headers: [("Location", place), ("Cache-Control", "no-store")]))
    }

    @Sendable private func display(_ context: Context) throws -> Answer {
        guard let event = try store.event(context.id("event")) else { throw Problem.notFound }
        let details = ["event": event.definition.name, "event_id": event.id.description]
        return .now(try pages.page("display", for: context.request, with: details))
    }

    @Sendable private func venueCode(_ context: Context) throws -> Answer {
        let event: ID<Event> = try context.id()
        guard try store.event(event) != nil else { throw Problem.notFound }
        let now = clock().bootMilliseconds
        // Plain http: no stranger's phone trusts the box's certificate.
        let url = "\(doors.plainOrigin(for: context.request))/v/\(codes.token(for: event, at: now))"
        return .now(
            .json(
                VenueCodeOutput(
                    url: url, qrSVG: try QRCode(text: url).svg(), millisecondsLeft: codes.millisecondsLeft(at: now))))
    }
}
