import Attendance
import HTTPServer
import Store

/// Opening, closing and watching sessions.
struct SessionRoutes {
    let store: Store
    let feed: LiveFeed
    let clock: @Sendable () -> ClockReading

    var routes: [Route] {
        [
            // Not inline: what a desk may open is looked up.
            Route(.post, "/api/v1/sessions/{id}/open", [.desk], open),
            Route(.post, "/api/v1/sessions/{id}/close", .organiser, on: .inline, close),
            // The whole list by name: the desk finds people and cannot browse them.
            Route(.get, "/api/v1/sessions/{id}/attendance", .organiser, attendance),
            Route(.put, "/api/v1/sessions/{id}/attendance/{participant}", .organiser, on: .inline, mark),
            Route(.get, "/api/v1/sessions/{id}/live", [.kiosk, .display, .desk], live),
            Route(.get, "/api/v1/kiosk", [.kiosk, .display, .desk], current),
        ]
    }

    @Sendable private func open(_ context: Context) throws -> Answer {
        let id: ID<Session> = try context.id()
        if context.caller.role == .desk { try checkIsDue(id) }
        let command = OpenSession(session: id, actor: context.caller.actor)
        return store.answer(command) { [feed] session in
            feed.changed(session.id)
            return .json(SessionOutput(session))
        }
    }

    /// A desk opens what should be open by now, so that a forgotten button turns nobody away; not what was closed, and
    /// not tomorrow's session.
    private func checkIsDue(_ id: ID<Session>) throws {
        guard let session = try store.session(id) else { throw Problem.notFound }
        if session.state == .open { return }
        guard try DueSessions(store, now: clock()).contains(session) else { throw Problem.forbidden }
    }

    @Sendable private func close(_ context: Context) throws -> Answer {
        let command = CloseSession(session: try context.id(), actor: context.caller.actor)
        return store.answer(command) { [feed] seal in
            feed.changed(seal.session)
            return .json(["seal": SealOutput(seal)])
        }
    }

    @Sendable private func attendance(_ context: Context) throws -> Answer {
        let session: ID<Session> = try context.id()
        guard try store.session(session) != nil else { throw Problem.notFound }
        return .now(.json(AttendanceOutput(try store.attendance(session))))
    }

    @Sendable private func mark(_ context: Context) throws -> Answer {
        let input = try context.request.json(MarkInput.self)
        guard let status = AttendanceRecord.Status(rawValue: input.status) else {
            throw Problem.invalid("/status", "must be present, late, excused or absent")
        }
        let session: ID<Session> = try context.id()
        let command = MarkAttendance(
            session: session, participant: try context.id("participant"), status: status,
            reason: try text(input.reason, "/reason"), actor: context.caller.actor)
        return store.answer(command) { [feed] record in
            feed.changed(session)
            return .json(RecordOutput(record))
        }
    }

    @Sendable private func live(_ context: Context) throws -> Answer {
        let session: ID<Session> = try context.id()
        guard try store.session(session) != nil else { throw Problem.notFound }
        return .now(Response(status: 200, content: .events(feed.subscribe(to: session))))
    }

    /// What an unattended screen shows: the sessions that are open, or the next one.
    @Sendable private func current(_ context: Context) throws -> Answer {
        let now = clock()
        return .now(.json(try KioskOutput(store: store, now: now)))
    }
}
