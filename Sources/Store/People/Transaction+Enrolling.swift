internal import Attendance

extension Transaction {
    /// Enrols a participant with a new code.
    func enrol(_ participant: Participant, in event: ID<Event>, isWalkIn: Bool) throws -> Enrolment {
        let enrolment = Enrolment(
            id: makeID(), event: event, participant: participant.id, code: try freeCode(in: event), isWalkIn: isWalkIn)
        try connection.run(
            """
            INSERT INTO enrolment (id, event, participant, code, standing, is_walk_in, sort_key)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            enrolment.id, event, participant.id, enrolment.code, enrolment.standing, isWalkIn,
            SortKey(participant.name).bytes)
        try connection.giveOut(enrolment.code, to: enrolment.id)
        name(enrolment.id, participant.name, in: event)
        if !isWalkIn {
            try connection.run("UPDATE event SET roster_count = roster_count + 1 WHERE id = ?", event)
        }
        return enrolment
    }

    /// A random code that was never given out on this box, and that no other box of the event gives out.
    func freeCode(in event: ID<Event>) throws -> Code {
        let codes = try connection.codeClass(of: event)
        for _ in 0..<10_000 {
            let code = codes.random(using: &state.random)
            let isTaken = try connection.first("SELECT 1 FROM code WHERE number = ?", code) { _ in true }
            if isTaken == nil { return code }
        }
        throw StoreError.noCodesLeft
    }
}

extension Connection {
    /// Writes for whom somebody comes, and as what; delegates of one organisation are found by its folded name.
    func setPlace(of enrolment: ID<Enrolment>, to entry: RosterEntry) throws {
        try run(
            """
            UPDATE enrolment SET position = ?, organisation = ?, folded_organisation = ?, note = ? WHERE id = ?
            """,
            entry.position, entry.organisation, entry.organisation.map(VietnameseText.folded), entry.note, enrolment)
    }

    /// Remembers whose code it is.
    func giveOut(_ code: Code, to enrolment: ID<Enrolment>) throws {
        try run("INSERT INTO code (number, enrolment, is_current) VALUES (?, ?, 1)", code, enrolment)
    }
}
