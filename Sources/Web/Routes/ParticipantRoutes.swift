import Attendance
import HTTPServer
import Store

/// Finding the people of an event and taking walk-ins.
struct ParticipantRoutes {
    let store: Store
    let tables: RosterTables

    var routes: [Route] {
        [
            Route(.get, "/api/v1/events/{id}/participants", [.desk], list),
            Route(.post, "/api/v1/events/{id}/participants", [.desk], enrol),
            Route(.get, "/api/v1/events/{id}/participants/{participant}/companions", [.desk], companions),
        ]
    }

    /// The desk finds people and cannot browse them: two letters at least, twenty rows at most.
    @Sendable private func list(_ context: Context) throws -> Answer {
        let event: ID<Event> = try context.id()
        guard try store.event(event) != nil else { throw Problem.notFound }
        let isDesk = context.caller.role == .desk
        let query = context.request.query["q"].map(VietnameseText.nfc)
        if isDesk, VietnameseText.folded(query ?? "").filter({ $0 != " " }).count < 2 {
            throw Problem.invalid("/q", "needs two letters")
        }
        let limit = try context.number("limit", in: 1...1_000, default: isDesk ? 20 : 100)
        let page = try store.participants(
            of: event, matching: query, limit: isDesk ? min(limit, 20) : limit,
            after: isDesk ? nil : context.request.query["cursor"])
        let items = try page.items.map { try output($0, context) }
        return .now(.json(ParticipantPageOutput(items: items, next: isDesk ? nil : page.next)))
    }

    /// Who comes for the same household or business: one scan shows them all.
    @Sendable private func companions(_ context: Context) throws -> Answer {
        let found = try store.companions(of: context.id("participant"), in: context.id())
        let items = try found.map { try output($0, context) }
        return .now(.json(["items": items]))
    }

    private func output(_ person: EnrolledPerson, _ context: Context) throws -> ParticipantOutput {
        ParticipantOutput(person, to: context.caller.role, attendance: try attendance(of: person, context))
    }

    /// How each person stands in the session that the page is about.
    private func attendance(of person: EnrolledPerson, _ context: Context) throws -> ParticipantOutput.Attendance? {
        guard let session = context.request.query["session"].flatMap({ ID<Session>($0) }) else { return nil }
        let record = try store.record(of: person.participant.id, in: session)
        let scan = record.firstEntryAt == nil ? nil : try store.firstEntry(of: person.enrolment.id, in: session)
        return ParticipantOutput.Attendance(record, scan: scan?.description)
    }

    @Sendable private func enrol(_ context: Context) throws -> Answer {
        let input = try context.request.json(WalkInInput.self)
        guard let key = context.request.headers["Idempotency-Key"], (1...64).contains(key.utf8.count) else {
            throw Problem.malformed("Idempotency-Key is missing")
        }
        guard let event = try store.event(context.id()) else { throw Problem.notFound }
        let walkIn = try WalkIn(input, in: event, key: key, actor: context.caller.actor, store, tables)
        return store.answer(walkIn.command) { answer in
            .json(
                ParticipantOutput(answer.person, to: context.caller.role, card: walkIn.card(of: answer.person)),
                status: answer.isNew ? 201 : 200)
        }
    }
}
