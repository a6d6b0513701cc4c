import Attendance
import Crypto
import HTTPServer
import Store

/// The desk that survives the Wi-Fi: what it takes along, what it brings back, and what has to be looked at then.
struct DeskQueueRoutes {
    let store: Store
    let tables: RosterTables
    let feed: LiveFeed
    let clock: @Sendable () -> ClockReading
    /// Some reloads are usual; copying the list again and again is not.
    private let takings = Throttle<ID<Station>?>(burst: 20, secondsForOne: 60)

    init(store: Store, tables: RosterTables, feed: LiveFeed, clock: @escaping @Sendable () -> ClockReading) {
        (self.store, self.tables, self.feed, self.clock) = (store, tables, feed, clock)
    }

    /// More entries in one upload are refused; a desk sends the rest after the answer.
    static let longestUpload = 200
    /// Several times what a desk seals, in Base64.
    static let longestSealed = 16 << 10
    /// So many entries of one device that cannot be used are kept for the organiser; then none is taken.
    static let mostUnusable = 200

    var routes: [Route] {
        [
            Route(.get, "/api/v1/sessions/{id}/desk-roster", [.desk], roster),
            Route(.post, "/api/v1/desk/queue", [.desk], bodyLimit: 1 << 20, upload),
            Route(.get, "/api/v1/desk/conflicts", [.desk], conflicts),
            Route(.post, "/api/v1/desk/conflicts/{id}/review", .organiser, bodyLimit: 4 << 10, review),
        ]
    }

    /// The one place where the list leaves the box: only encrypted, only while the session is open, never unnoticed.
    @Sendable private func roster(_ context: Context) throws -> Answer {
        guard context.request.listener == .tls || context.request.remote.isLoopback else {
            throw Problem(403, "https_needed", "The list of people leaves the box over https only.")
        }
        let session: ID<Session> = try context.id()
        guard let event = try store.event(of: session) else { throw Problem.notFound }
        let staff = context.caller.actor.staff?.description ?? ""
        let tag = "\"\(try store.rosterVersion())-\(Hex.encode(SHA256.hash(Array(staff.utf8)).prefix(8)))\""
        let headers = [("ETag", tag), ("Cache-Control", "no-store")]
        if context.request.headers["If-None-Match"] == tag { return .now(Response(status: 304, headers: headers)) }
        let (station, now) = (context.caller.actor.station, clock())
        // Bearer calls are never told to slow down.
        if context.caller.csrf != nil { try takings.check(station, at: now.bootMilliseconds) }
        let roster = try store.deskRoster(of: session)
        try store.perform(LendRoster(session: session, count: roster.people.count, actor: context.caller.actor))
        takings.count(station, at: now.bootMilliseconds)
        let output = DeskRosterOutput(
            roster, version: tag, of: session, event: event, key: store.queuePublicKey, caller: context.caller, now: now
        )
        var response = Response.json(output)
        response.headers += headers
        return .now(response)
    }

    @Sendable private func upload(_ context: Context) throws -> Answer {
        let entries = try context.request.json(QueueInput.self).entries
        guard (1...Self.longestUpload).contains(entries.count) else {
            throw Problem.invalid("/entries", "must have 1 to \(Self.longestUpload) entries")
        }
        if let index = entries.firstIndex(where: { !(1...64).contains($0.id.utf8.count) }) {
            throw Problem.invalid("/entries/\(index)/id", "must have 1 to 64 bytes")
        }
        if let index = entries.firstIndex(where: { $0.sealed.utf8.count > Self.longestSealed }) {
            throw Problem.invalid("/entries/\(index)/sealed", "must have at most 16 kB")
        }
        guard try store.openUnusable(of: context.caller.actor.station) < Self.mostUnusable else {
            throw Problem.slowDown(afterSeconds: 60)
        }
        let replay = DeskQueueReplay(store: store, tables: tables, feed: feed, caller: context.caller)
        return .later { finish in
            let items = Gathering<QueueItemOutput>(entries.count) { finish(.success(.json(["items": $0]))) }
            for (index, entry) in entries.enumerated() { replay.replay(entry) { items.take($0, at: index) } }
        }
    }

    /// A desk sees what it brought itself, the organiser everything.
    @Sendable private func conflicts(_ context: Context) throws -> Answer {
        let station = context.caller.role == .desk ? context.caller.actor.station : nil
        return .now(.json(["items": try store.openConflicts(of: station).map(QueueConflictOutput.init)]))
    }

    @Sendable private func review(_ context: Context) throws -> Answer {
        let command = ReviewConflict(entry: try context.id(), actor: context.caller.actor)
        return store.answer(command) { .noContent }
    }
}
