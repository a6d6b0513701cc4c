package import Attendance
internal import Crypto

/// Makes an event with its sessions, its number and its key.
package struct CreateEvent: Command {
    package let definition: EventDefinition
    package let sessions: [SessionDefinition]
    package let actor: Actor

    package init(definition: EventDefinition, sessions: [SessionDefinition], actor: Actor) {
        (self.definition, self.sessions, self.actor) = (definition, sessions, actor)
    }

    /// - Throws: `.conflict(.sessionKey)` for two sessions with one key.
    package func execute(in transaction: Transaction) throws -> Event {
        let keys = sessions.compactMap(\.key)
        guard Set(keys).count == keys.count else { throw StoreError.conflict(.sessionKey) }
        let event = try make(in: transaction)
        try transaction.connection.insert(event, sealedKey: transaction.keys.sealed(eventKey: Random.bytes(32)))
        for session in event.sessions { try transaction.connection.insert(session) }
        var entry = LedgerEntry(.eventCreated, actor: actor, in: transaction)
        entry.event = event.id.uuid
        try transaction.append(entry)
        return event
    }

    private func make(in transaction: Transaction) throws -> Event {
        let id: ID<Event> = transaction.makeID()
        let sessions = sessions.map {
            Session(id: transaction.makeID(), event: id, definition: $0, state: .planned)
        }
        return Event(
            id: id, number: try transaction.connection.freeEventNumber(), definition: definition, sessions: sessions)
    }
}

extension Connection {
    /// A random number that no event of this box has.
    fileprivate func freeEventNumber() throws -> Int {
        for _ in 0..<1_000 {
            let number = Int.random(in: 0...999_999)
            if try event(number: number) == nil { return number }
        }
        throw StoreError.noCodesLeft
    }
}
