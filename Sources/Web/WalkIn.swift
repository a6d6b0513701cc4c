import Attendance
import Store

/// Somebody at the desk who is to be enrolled, and what was read of their card.
struct WalkIn: Sendable {
    let command: EnrolWalkIn
    let card: CardOutput?

    /// Throws 422 with a pointer to the field that cannot be used.
    init(
        _ input: WalkInInput, in event: Event, key: String, actor: Actor, _ store: Store, _ tables: RosterTables
    ) throws {
        let person = try input.person()
        let placed = try PlacedPerson(person.entry, of: event, by: tables)
        var command = EnrolWalkIn(
            event: event.id, person: placed.entry, idempotencyKey: key, consent: input.givenConsent, actor: actor)
        command.counterparts = placed.counterparts
        command.confirmed = try input.confirmed()
        command.sealedNumber = try person.card.flatMap { try store.sealed(citizenNumber: $0.number.digits) }
        self.command = command
        card = person.card.map { CardOutput($0, communeNow: placed.communeNow, on: event.firstDay) }
    }
}
