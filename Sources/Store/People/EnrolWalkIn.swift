package import Attendance

/// Enrols somebody who came without being on the roster; a person who is enrolled already keeps their enrolment.
///
/// The number of a card is kept as a keyed hash, its last three digits, and sealed to the province: never readable.
package struct EnrolWalkIn: Command {
    package let event: ID<Event>
    package let person: RosterEntry
    /// The client's own key: the same one again gives the same answer.
    package let idempotencyKey: String
    package let consent: Consent?
    package let actor: Actor
    /// The units that are the person's commune in any snapshot.
    package var counterparts: Set<UnitCode> = []
    /// Whom the operator has recognised among those alike; nil where nobody was asked.
    package var confirmed: ID<Participant>?
    /// The number for the province's eyes only.
    package var sealedNumber: SealedNumber?

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

    /// - Throws: `.nonceReused` for a key that came before with other content; `.notFound(.participant)` for a confirmed
    ///   person who is not enrolled, `.conflict(.citizenNumber)` for one who has another number.
    package func execute(in transaction: Transaction) throws -> Answer {
        _ = try transaction.eventKey(event)
        if let earlier = try transaction.walkInRequest(self) { return earlier }
        let hash = person.citizenNumber.map(transaction.keys.citizenHash)
        let identity = Identity(person, citizenHash: hash, counterparts: counterparts)
        if let known = try known(identity, in: transaction) {
            return Answer(person: try transaction.complete(known, by: self, citizenHash: hash), isNew: false)
        }
        return Answer(person: try enrol(identity, in: transaction), isNew: true)
    }

    private func known(_ identity: Identity, in transaction: Transaction) throws -> EnrolledPerson? {
        let recognition = try Recognition(
            identity, numberHash: try numberHash(transaction), in: event, transaction.connection)
        guard let confirmed else { return recognition.certain }
        guard let known = try transaction.connection.participant(confirmed),
            let enrolled = try transaction.connection.person(confirmed, in: event)
        else { throw StoreError.notFound(.participant) }
        let isOther =
            recognition.byNumber.map { $0.enrolment.id != enrolled.enrolment.id } ?? !known.identity.allows(identity)
        guard !isOther else { throw StoreError.conflict(.citizenNumber) }
        return enrolled
    }

    /// The citizen number under the event's key.
    fileprivate func numberHash(_ transaction: Transaction) throws -> [UInt8]? {
        let key = try transaction.eventKey(event)
        return person.citizenNumber.map(key.numberHash)
    }

    private func enrol(_ identity: Identity, in transaction: Transaction) throws -> EnrolledPerson {
        let known = try transaction.connection.candidates(identity).first { candidate in
            guard candidate.identity.isSame(as: identity) else { return false }
            return try transaction.connection.person(candidate.participant.id, in: event) == nil
        }
        let participant = try transaction.record(person, known: known, citizenHash: identity.citizenHash).participant
        let enrolment = try transaction.enrol(participant, in: event, isWalkIn: true)
        try transaction.keep(self, of: EnrolledPerson(participant: participant, enrolment: enrolment), isNew: true)
        var entry = LedgerEntry(.walkIn, actor: actor, in: transaction)
        (entry.event, entry.enrolment) = (event.uuid, enrolment.id.uuid)
        entry.nonce = Nonce.bytes(idempotencyKey)
        try transaction.append(entry)
        var enrolled = EnrolledPerson(participant: participant, enrolment: enrolment)
        (enrolled.position, enrolled.organisation, enrolled.note) = (person.position, person.organisation, person.note)
        return enrolled
    }
}

extension Transaction {
    /// Adds what a card says to who is known already; what the roster says stays.
    fileprivate func complete(
        _ enrolled: EnrolledPerson, by command: EnrolWalkIn, citizenHash: [UInt8]?
    ) throws -> EnrolledPerson {
        guard let known = try connection.participant(enrolled.participant.id) else { return enrolled }
        var person = enrolled
        if let citizenHash, try connection.mayBear(citizenHash, known) {
            let completed = known.completed(by: command.person, citizenHash: citizenHash)
            if completed != known { try update(completed) }
            person.participant = completed.participant
        }
        try keep(command, of: person, isNew: false)
        return person
    }

    /// Keeps what belongs to the enrolment, and the request itself.
    fileprivate func keep(_ command: EnrolWalkIn, of person: EnrolledPerson, isNew: Bool) throws {
        let enrolment = person.enrolment.id
        if isNew { try connection.setPlace(of: enrolment, to: command.person) }
        if let sealed = command.sealedNumber { try connection.keep(sealed, of: person.participant.id) }
        if let hash = try command.numberHash(self) { try connection.keep(numberHash: hash, of: enrolment) }
        if let consent = command.consent { try connection.keep(consent, of: enrolment, at: time) }
        try keepRequest(command, enrolment, isNew: isNew)
    }
}

extension Connection {
    /// Whether the number is nobody else's.
    fileprivate func mayBear(_ citizenHash: [UInt8], _ person: KnownPerson) throws -> Bool {
        let owner: ID<Participant>? = try first("SELECT id FROM participant WHERE citizen_hash = ?", citizenHash) {
            try $0[0]
        }
        return owner == nil || owner == person.participant.id
    }

    fileprivate func keep(_ consent: Consent, of enrolment: ID<Enrolment>, at time: Timestamp) throws {
        let isKnown = try first(
            "SELECT 1 FROM consent WHERE enrolment = ? AND purpose = ? AND text_version = ?", enrolment,
            consent.purpose, consent.textVersion
        ) { _ in true }
        guard isKnown == nil else { return }
        try run(
            "INSERT INTO consent (enrolment, purpose, text_version, method, at) VALUES (?, ?, ?, ?, ?)",
            enrolment, consent.purpose, consent.textVersion, consent.method, time)
    }
}
