import Attendance
import HTTPServer
import Store

/// People who came before their session was opened.
struct EarlyRoutes {
    let store: Store
    let feed: LiveFeed

    var routes: [Route] {
        [
            Route(.get, "/api/v1/sessions/{id}/early", [.desk], list),
            Route(.post, "/api/v1/sessions/{id}/early", [.desk], on: .inline, accept),
        ]
    }

    @Sendable private func list(_ context: Context) throws -> Answer {
        .now(.json(["items": try store.earlyArrivals(context.id()).map(EarlyOutput.init)]))
    }

    @Sendable private func accept(_ context: Context) throws -> Answer {
        let input = try context.request.json(EarlyInput.self)
        let session: ID<Session> = try context.id()
        let command = AcceptEarly(session: session, scans: try input.refused(), actor: context.caller.actor)
        return store.answer(command) { [feed] answers in
            feed.changed(session)
            return .json(["items": answers.map(AcceptedEarlyOutput.init)])
        }
    }
}
