internal import Attendance
internal import Exchange

extension Transaction {
    /// Makes one person of those whom two boxes have registered: what the other box says of them, and what is found here.
    ///
    /// Whose attendance is to be made again.
    func joinSamePeople(_ people: [PersonRecord], of event: ID<Event>, by actor: Actor) throws -> Set<Place> {
        var places: Set<Place> = []
        for record in people {
            guard let root = record.sameAs else { continue }
            places.formUnion(try join(record.enrolment, root, of: event, by: actor))
        }
        for group in try SamePeopleSearch(event, keys: keys, connection).groups {
            for other in group.dropFirst() { places.formUnion(try join(group[0], other, of: event, by: actor)) }
        }
        return places
    }

    /// The older of the two stands for both from now on, which the ledger says; nothing if they are one already.
    private func join(
        _ one: ID<Enrolment>, _ other: ID<Enrolment>, of event: ID<Event>, by actor: Actor
    ) throws -> Set<Place> {
        guard let first = try connection.person(enrolment: one), let second = try connection.person(enrolment: other),
            first.enrolment.id != second.enrolment.id, first.enrolment.event == event, second.enrolment.event == event
        else { return [] }
        let isOrdered = first.enrolment.id.description < second.enrolment.id.description
        let (root, alias) = isOrdered ? (first, second) : (second, first)
        var entry = LedgerEntry(.samePerson, actor: actor, in: self)
        (entry.event, entry.enrolment, entry.subject) = (event.uuid, alias.enrolment.id.uuid, root.enrolment.id.uuid)
        try append(entry)
        let places = try takeOutAttendance(of: alias.enrolment, root.enrolment.id)
        try moveRoster(of: alias, to: root)
        try moveFacts(of: alias, to: root)
        try connection.join(alias.enrolment.id, to: root.enrolment.id)
        try deriveStandingAndCode(of: root.enrolment.id)
        return places
    }

    /// Takes what an enrolment has in the projections out of them; the places where it is to be made again for the other.
    private func takeOutAttendance(of alias: Enrolment, _ root: ID<Enrolment>) throws -> Set<Place> {
        var places: Set<Place> = []
        try connection.forEach("SELECT session, status FROM attendance WHERE enrolment = ?", alias.id) { row in
            places.insert(Place(session: try row[0], enrolment: root))
            count(-1, try row[1], alias.isWalkIn, try row[0])
        }
        try connection.run("DELETE FROM attendance WHERE enrolment = ?", alias.id)
        for place in places {
            try connection.run("DELETE FROM passage WHERE session = ? AND enrolment = ?", place.session, alias.id)
        }
        return places
    }

    /// Who is on the roster by one of the two is on it once.
    private func moveRoster(of alias: EnrolledPerson, to root: EnrolledPerson) throws {
        if alias.enrolment.isWalkIn { return }
        try connection.run("UPDATE event SET roster_count = roster_count - 1 WHERE id = ?", alias.enrolment.event)
        if root.enrolment.isWalkIn { try moveToRoster(root.enrolment) }
        guard root.row == nil, let sheet = alias.sheet, let row = alias.row else { return }
        try connection.run("UPDATE enrolment SET sheet = NULL, row = NULL WHERE id = ?", alias.enrolment.id)
        try connection.run("UPDATE enrolment SET sheet = ?, row = ? WHERE id = ?", sheet, row, root.enrolment.id)
    }

    /// What is known of one and not of the other.
    private func moveFacts(of alias: EnrolledPerson, to root: EnrolledPerson) throws {
        guard var known = try connection.participant(root.participant.id),
            let other = try connection.participant(alias.participant.id)
        else { return }
        if known.citizenHash == nil, let hash = other.citizenHash,
            try connection.isOnly(alias.enrolment.id, of: alias.participant.id)
        {
            (known.citizenHash, known.participant.citizenNumberTail) = (hash, other.participant.citizenNumberTail)
            try connection.moveNumber(from: alias.participant.id, to: root.participant.id)
        }
        known.participant.complete(by: other.participant)
        try update(known)
        try connection.completeEnrolment(root.enrolment.id, by: alias.enrolment.id)
        try moveRosterNumber(of: alias.enrolment, to: root.enrolment.id)
    }

    /// The roster's number is encrypted for one enrolment only.
    private func moveRosterNumber(of alias: Enrolment, to root: ID<Enrolment>) throws {
        let key = try eventKey(alias.event)
        let sealed = try connection.first(
            """
            SELECT sealed_citizen_number FROM enrolment WHERE id = ? AND sealed_citizen_number IS NOT NULL
                AND (SELECT sealed_citizen_number FROM enrolment WHERE id = ?) IS NULL
            """, alias.id, root
        ) { try $0[0] as [UInt8] }
        guard let sealed else { return }
        let again = try key.seal(citizenNumber: key.citizenNumber(sealed, of: alias.id), of: root)
        try connection.run("UPDATE enrolment SET sealed_citizen_number = ? WHERE id = ?", again, root)
    }
}

extension Participant {
    /// Takes over what is open or less precise here.
    fileprivate mutating func complete(by other: Participant) {
        if let birth = other.birth, birth.iso.count > (self.birth?.iso.count ?? 0) { self.birth = birth }
        (sex, ethnicity) = (sex ?? other.sex, ethnicity ?? other.ethnicity)
        (phone, address) = (phone ?? other.phone, address ?? other.address)
        if communeUnit == nil, commune == nil { (communeUnit, commune) = (other.communeUnit, other.commune) }
    }
}

extension Connection {
    /// Writes that an enrolment is another's: its codes and consents are that one's from now on.
    func join(_ alias: ID<Enrolment>, to root: ID<Enrolment>) throws {
        try run("UPDATE enrolment SET same_as = ? WHERE id = ? OR same_as = ?", root, alias, alias)
        try run("UPDATE OR REPLACE code SET enrolment = ? WHERE enrolment = ?", root, alias)
        try run("UPDATE OR REPLACE consent SET enrolment = ? WHERE enrolment = ?", root, alias)
    }

    fileprivate func isOnly(_ enrolment: ID<Enrolment>, of participant: ID<Participant>) throws -> Bool {
        try first("SELECT 1 FROM enrolment WHERE participant = ? AND id <> ?", participant, enrolment) { _ in true }
            == nil
    }

    /// A number is one participant's; the sealed one goes with it.
    fileprivate func moveNumber(from alias: ID<Participant>, to root: ID<Participant>) throws {
        try run(
            """
            UPDATE participant SET (province_number, province_key)
                = (SELECT province_number, province_key FROM participant WHERE id = ?)
            WHERE id = ? AND province_number IS NULL
            """, alias, root)
        try run("UPDATE participant SET citizen_hash = NULL, citizen_tail = NULL WHERE id = ?", alias)
    }

    fileprivate func completeEnrolment(_ root: ID<Enrolment>, by alias: ID<Enrolment>) throws {
        try run(
            """
            UPDATE enrolment SET position = coalesce(enrolment.position, alias.position),
                organisation = coalesce(enrolment.organisation, alias.organisation),
                folded_organisation = coalesce(enrolment.folded_organisation, alias.folded_organisation),
                note = coalesce(enrolment.note, alias.note),
                number_hash = coalesce(enrolment.number_hash, alias.number_hash)
            FROM enrolment AS alias WHERE enrolment.id = ? AND alias.id = ?
            """, root, alias)
    }
}
