import Attendance
import HTTPServer
import Store

/// The box itself: its health, its clock, its ledger.
struct StoreRoutes {
    private let store: Store
    private let environment: Environment

    init(_ environment: Environment) {
        (store, self.environment) = (environment.store, environment)
    }

    var routes: [Route] {
        [
            Route(.get, "/health", .anybody, health),
            Route(.get, "/api/v1/health", .anybody, health),
            Route(.get, "/api/v1/clock", [.desk], clock),
            Route(.post, "/api/v1/clock", [.desk], on: .store, bodyLimit: 4 << 10, setClock),
            Route(.post, "/api/v1/store/rebuild", .organiser, on: .slow, rebuild),
            Route(.post, "/api/v1/store/backup", .organiser, on: .slow, backUp),
        ]
    }

    @Sendable private func health(_ context: Context) throws -> Answer {
        let health = try store.health(now: environment.clock())
        return .now(.json(HealthOutput(health, recovery: store.recovery, version: environment.version)))
    }

    @Sendable private func clock(_ context: Context) throws -> Answer {
        .now(.json(try ClockOutput(store: store, now: environment.clock())))
    }

    /// A staff phone says what time it is. The box believes it as of the middle of the round trip.
    @Sendable private func setClock(_ context: Context) throws -> Answer {
        let received = environment.clock()
        let input = try context.request.json(ClockInput.self)
        guard let time = Timestamp(rfc3339: input.now) else {
            throw Problem.invalid("/now", "must be a time with offset (RFC 3339)")
        }
        guard time > ClockInput.earliest else { throw Problem.invalid("/now", "is before this software was made") }
        try check(time, of: context.caller, at: received)
        let roundTrip = max(0, min(60_000, input.roundTripMilliseconds ?? 1_000))
        let command = AnchorClock(
            source: context.request.listener == .control ? .staff : .phone, time: time,
            bootMilliseconds: received.bootMilliseconds, uncertaintyMilliseconds: Int64(roundTrip / 2),
            actor: context.caller.actor)
        _ = try store.perform(command)
        return .now(.json(try ClockOutput(store: store, now: environment.clock())))
    }

    /// A desk's phone may correct a time that is known, and not move the box to another day: stations end by date. Where
    /// it is not known, a phone that is wrong by months must not end them either.
    private func check(_ time: Timestamp, of caller: Caller, at now: ClockReading) throws {
        guard caller.role == .desk else { return }
        if try store.isTimeConfirmed(now) {
            guard abs(try store.time(now).milliseconds - time.milliseconds) <= 12 * 3_600_000 else {
                throw Problem(409, "conflict", "The box knows the time. Only the organiser may set another day.")
            }
        } else if let end = try store.events().flatMap(\.sessions).map(\.definition.endsAt).max(),
            time > max(end, now.wall).adding(minutes: Self.minutesAfterTheLastSession)
        {
            throw Problem(409, "conflict", "No session is near that day. Only the organiser may set it.")
        }
    }

    /// Thirty days.
    private static let minutesAfterTheLastSession = 30 * 24 * 60

    @Sendable private func rebuild(_ context: Context) throws -> Answer {
        let answer = try store.perform(Rebuild())
        return .now(.json(RebuildOutput(rows: answer.rows, isUnchanged: answer.isUnchanged)))
    }

    @Sendable private func backUp(_ context: Context) throws -> Answer {
        let backup = try store.backUp()
        return .now(.json(["path": backup.path, "head": backup.head.hash]))
    }
}
