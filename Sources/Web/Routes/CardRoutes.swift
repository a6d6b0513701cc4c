import Attendance
import HTTPServer
import Store

/// Reading a citizen card at the desk, before anything of it is kept.
struct CardRoutes {
    let store: Store
    let tables: RosterTables

    var routes: [Route] {
        [Route(.post, "/api/v1/events/{id}/card", [.desk], read)]
    }

    @Sendable private func read(_ context: Context) throws -> Answer {
        let card = try CardInput.read(context.request.json(CardInput.self).card)
        guard let event = try store.event(context.id()) else { throw Problem.notFound }
        let person = try PlacedPerson(card.entry, of: event, by: tables)
        let recognition = try store.recognise(person.entry, counterparts: person.counterparts, in: event.id)
        let output = CardReadingOutput(card, communeNow: person.communeNow, on: event.firstDay, recognition)
        return .now(.json(output))
    }
}

extension Event {
    /// The day of the first session, where it takes place.
    var firstDay: CivilDate? {
        sessions.first?.startsAt.date(offsetMinutes: definition.utcOffsetMinutes)
    }
}
