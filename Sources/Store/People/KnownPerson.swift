internal import Attendance

/// A participant with the keyed hash of the citizen number.
struct KnownPerson: Hashable, Sendable {
    var participant: Participant
    var citizenHash: [UInt8]?

    init(participant: Participant, citizenHash: [UInt8]?) {
        (self.participant, self.citizenHash) = (participant, citizenHash)
    }

    /// What decides who it is.
    var identity: Identity { Identity(participant, citizenHash: citizenHash) }

    /// Takes over what an entry says; what it does not say stays as it is known.
    func updated(by entry: RosterEntry, citizenHash: [UInt8]?) -> KnownPerson {
        var person = self
        person.participant.name = entry.name
        if let birth = entry.birth, birth.iso.count >= (person.participant.birth?.iso.count ?? 0) {
            person.participant.birth = birth
        }
        person.participant.sex = entry.sex ?? participant.sex
        person.participant.ethnicity = entry.ethnicity ?? participant.ethnicity
        person.participant.phone = entry.phone ?? participant.phone
        person.participant.communeUnit = entry.communeUnit ?? participant.communeUnit
        person.participant.commune = entry.commune ?? participant.commune
        person.participant.address = entry.address ?? participant.address
        if let citizenHash, let number = entry.citizenNumber {
            person.citizenHash = citizenHash
            person.participant.citizenNumberTail = String(number.suffix(3))
        }
        return person
    }
}

extension KnownPerson {
    /// Takes the number of a card, and of its other fields only what was open or is more precise.
    func completed(by entry: RosterEntry, citizenHash: [UInt8]) -> KnownPerson {
        var person = self
        person.citizenHash = citizenHash
        person.participant.citizenNumberTail = entry.citizenNumber.map { String($0.suffix(3)) }
        if let birth = entry.birth, birth.iso.count > (participant.birth?.iso.count ?? 0),
            birth.year == participant.birth?.year ?? birth.year
        {
            person.participant.birth = birth
        }
        person.participant.sex = participant.sex ?? entry.sex
        if participant.communeUnit == nil, participant.commune == nil {
            (person.participant.communeUnit, person.participant.commune) = (entry.communeUnit, entry.commune)
        }
        return person
    }

    /// Reads the columns of a participant, then the hash.
    init(_ row: ResultRow) throws {
        self.init(participant: try Participant(row), citizenHash: try row[11])
    }
}
