package import Attendance

/// Enrols somebody who came without being on the roster; a person who is enrolled already stays as they are.
package struct EnrolWalkIn: Command {
    package let event: ID<Event>
    package let person: RosterEntry
    /// The client's own key: the same one again gives the same answer.
    package let idempotencyKey: String
    package let consent: Consent?
    package let actor: Actor

    /// The number of a walk-in is kept as a keyed hash and its last three digits, never readable.
    package init(
        event: ID<Event>, person: RosterEntry, idempotencyKey: String, consent: Consent? = nil, actor: Actor
    ) {
        (self.event, self.person, self.idempotencyKey) = (event, person, idempotencyKey)
        (self.consent, self.actor) = (consent, actor)
    }

    /// Who was enrolled.
    package struct Answer: Sendable {
        package let person: EnrolledPerson
        /// False for a person this event knew already.
        package let isNew: Bool
    }

    /// - Throws: `.nonceReused` for a key that came before with another person.
    package func execute(in transaction: Transaction) throws -> Answer {
        _ = try transaction.eventKey(event)
        if let earlier = try transaction.connection.walkIn(Nonce.bytes(idempotencyKey)) {
            return try repeated(earlier, in: transaction.connection)
        }
        let hash = person.citizenNumber.map(transaction.keys.citizenHash)
        let identity = Identity(person, citizenHash: hash)
        let known = try transaction.connection.candidates(identity).first { $0.identity.isSame(as: identity) }
        if let known, let enrolled = try transaction.connection.person(known.participant.id, in: event) {
            return Answer(person: enrolled, isNew: false)
        }
        let participant = try transaction.record(person, known: known, citizenHash: hash).participant
        let enrolment = try transaction.enrol(participant, in: event, isWalkIn: true)
        return Answer(person: try finish(enrolment, participant, in: transaction), isNew: true)
    }

    private func repeated(_ earlier: ID<Enrolment>, in connection: Connection) throws -> Answer {
        guard let enrolled = try connection.person(enrolment: earlier), enrolled.enrolment.event == event,
            VietnameseText.folded(enrolled.participant.name) == VietnameseText.folded(person.name)
        else { throw StoreError.nonceReused }
        return Answer(person: enrolled, isNew: true)
    }

    private func finish(
        _ enrolment: Enrolment, _ participant: Participant, in transaction: Transaction
    ) throws -> EnrolledPerson {
        var enrolled = EnrolledPerson(participant: participant, enrolment: enrolment)
        (enrolled.position, enrolled.organisation) = (person.position, person.organisation)
        enrolled.note = person.note
        try transaction.connection.run(
            "UPDATE enrolment SET position = ?, organisation = ?, note = ? WHERE id = ?",
            person.position, person.organisation, person.note, enrolment.id)
        if let consent { try transaction.connection.keep(consent, of: enrolment.id, at: transaction.time) }
        var entry = LedgerEntry(.walkIn, actor: actor, in: transaction)
        (entry.event, entry.enrolment) = (event.uuid, enrolment.id.uuid)
        entry.nonce = Nonce.bytes(idempotencyKey)
        try transaction.append(entry)
        return enrolled
    }
}

extension Connection {
    /// The enrolment that an earlier walk-in with this key made.
    fileprivate func walkIn(_ nonce: [UInt8]) throws -> ID<Enrolment>? {
        try first("SELECT enrolment FROM ledger WHERE nonce = ? AND kind = 'walk_in'", nonce) { try $0[0] }
    }

    fileprivate func keep(_ consent: Consent, of enrolment: ID<Enrolment>, at time: Timestamp) throws {
        try run(
            "INSERT INTO consent (enrolment, purpose, text_version, method, at) VALUES (?, ?, ?, ?, ?)",
            enrolment, consent.purpose, consent.textVersion, consent.method, time)
    }
}
