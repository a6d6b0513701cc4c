package import Attendance
internal import Crypto

/// Makes an event with its sessions, its number and its key.
package struct CreateEvent: Command {
    package let definition: EventDefinition
    package let sessions: [SessionDefinition]
    package let actor: Actor
    /// The same key with the same content makes no second event; nil where the caller has none.
    package let idempotencyKey: String?

    package init(
        definition: EventDefinition, sessions: [SessionDefinition], actor: Actor, idempotencyKey: String? = nil
    ) {
        (self.definition, self.sessions, self.actor) = (definition, sessions, actor)
        self.idempotencyKey = idempotencyKey
    }

    /// - Throws: `.conflict(.sessionKey)` for two sessions with one key, `.nonceReused` for a key that came before with
    ///   other content.
    package func execute(in transaction: Transaction) throws -> Event {
        let keys = sessions.compactMap(\.key)
        guard Set(keys).count == keys.count else { throw StoreError.conflict(.sessionKey) }
        if let event = try transaction.eventRequest(self) { return event }
        let event = try make(in: transaction)
        try transaction.connection.insert(event, sealedKey: transaction.keys.sealed(eventKey: Random.bytes(32)))
        for session in event.sessions { try transaction.connection.insert(session) }
        var entry = LedgerEntry(.eventCreated, actor: actor, in: transaction)
        entry.event = event.id.uuid
        try transaction.append(entry)
        try transaction.keepRequest(self, event.id)
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
