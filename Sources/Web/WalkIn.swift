import Attendance
import Store

/// Somebody at the desk who is to be enrolled, and what was read of their card.
struct WalkIn: Sendable {
    let command: EnrolWalkIn
    private let reading: (card: CitizenCard, output: CardOutput)?

    /// Throws 422 with a pointer to the field that cannot be used.
    init(
        _ input: WalkInInput, in event: Event, key: String, actor: Actor, _ store: Store, _ tables: RosterTables
    ) throws {
        let person = try input.person(bornBy: event.firstDay?.year)
        let placed = try PlacedPerson(person.entry, of: event, by: tables)
        var command = EnrolWalkIn(
            event: event.id, person: placed.entry, idempotencyKey: key, consent: input.givenConsent, actor: actor)
        command.counterparts = placed.counterparts
        command.confirmed = try input.confirmed()
        command.sealedNumber = try person.card.flatMap { try store.sealed(citizenNumber: $0.number.digits) }
        self.command = command
        reading = person.card.map { ($0, CardOutput($0, communeNow: placed.communeNow, on: event.firstDay)) }
    }

    /// What was read of the card, compared with who was enrolled by it.
    func card(of person: EnrolledPerson) -> CardOutput? {
        guard let (card, reading) = reading else { return nil }
        var output = reading
        output.compare(card, with: person.participant)
        return output
    }
}
