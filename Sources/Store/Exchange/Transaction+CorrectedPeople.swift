internal import Attendance
internal import Crypto
internal import Exchange

extension Transaction {
    /// Takes over what the box that has the list says of people who are known here; what it leaves open stays.
    ///
    /// Returns of how many it says something else.
    func correctPeople(_ people: [PersonRecord], of event: ID<Event>) throws -> Int {
        let key = try eventKey(event)
        let known = Dictionary(uniqueKeysWithValues: try connection.people(of: event).map { ($0.enrolment.id, $0) })
        let changed = people.compactMap { record -> Correction? in
            known[record.enrolment].flatMap { Correction(record, of: $0, key) }
        }
        for row in changed.compactMap(\.row) { try connection.free(row, of: event) }
        for correction in changed { try apply(correction, key) }
        return changed.count
    }

    private func apply(_ correction: Correction, _ key: EventKey) throws {
        let enrolment = correction.person.enrolment
        guard let known = try connection.participant(correction.person.participant.id) else { return }
        let hash = try freeHash(of: correction.entry.citizenNumber, for: known)
        let person = known.updated(by: correction.entry, citizenHash: hash)
        if person != known { try update(person) }
        if enrolment.isWalkIn { try moveToRoster(enrolment) }
        if correction.row != nil { try connection.write(correction.entry, to: enrolment.id) }
        if let number = correction.entry.citizenNumber {
            try connection.keep(key.seal(citizenNumber: number, of: enrolment.id), of: enrolment.id)
        }
    }
}

/// What the list says of somebody otherwise than this box.
private struct Correction {
    let person: EnrolledPerson
    let entry: RosterEntry
    let row: RosterRow?

    /// Nil where it says nothing else.
    init?(_ record: PersonRecord, of person: EnrolledPerson, _ key: EventKey) {
        guard !record.walkIn, let newcomer = Newcomer(record, key) else { return nil }
        self.person = person
        entry = newcomer.entry
        row = newcomer.row
        let after = KnownPerson(participant: person.participant, citizenHash: nil).updated(by: entry, citizenHash: nil)
        let hasPlace = row == nil || person.isUpToDate(with: entry)
        let hasNumber = entry.citizenNumber == nil || person.participant.citizenNumberTail == record.numberSuffix
        if after.participant == person.participant, hasPlace, hasNumber { return nil }
    }
}

extension Newcomer {
    /// What the record says, as a line of a roster.
    fileprivate var entry: RosterEntry {
        let participant = person.participant
        var entry = RosterEntry(
            sheet: row?.sheet ?? "", row: row?.row ?? 0, name: participant.name)
        (entry.birth, entry.sex, entry.ethnicity) = (participant.birth, participant.sex, participant.ethnicity)
        (entry.commune, entry.communeUnit) = (participant.commune, participant.communeUnit)
        (entry.phone, entry.address, entry.citizenNumber) = (participant.phone, participant.address, number)
        (entry.position, entry.organisation, entry.note) = (record.position, record.organisation, record.shared?.note)
        return entry
    }
}
