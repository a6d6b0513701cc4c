import Attendance
import HTTPServer
import Store

/// Creating and reading events.
struct EventRoutes {
    let store: Store

    var routes: [Route] {
        [
            Route(.post, "/api/v1/events", .organiser, bodyLimit: 1 << 20, create),
            Route(.get, "/api/v1/events", .organiser, list),
            Route(.get, "/api/v1/events/{id}", [.desk], show),
        ]
    }

    @Sendable private func create(_ context: Context) throws -> Answer {
        let input = try context.request.json(EventInput.self)
        let key = context.request.headers["Idempotency-Key"]
        guard key.map({ (1...64).contains($0.utf8.count) }) ?? true else {
            throw Problem.malformed("Idempotency-Key must have 1 to 64 characters")
        }
        let command = CreateEvent(
            definition: try input.definition(), sessions: try input.sessionDefinitions(), actor: context.caller.actor,
            idempotencyKey: key)
        return store.answer(command) { event in .json(EventOutput(event), status: 201) }
    }

    @Sendable private func list(_ context: Context) throws -> Answer {
        let events = try store.events().map { try EventOutput($0, counts: store.counts) }
        return .now(.json(["items": events]))
    }

    @Sendable private func show(_ context: Context) throws -> Answer {
        guard let event = try store.event(context.id()) else { throw Problem.notFound }
        return .now(.json(try EventOutput(event, counts: store.counts)))
    }
}
