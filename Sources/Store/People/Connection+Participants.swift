internal import Attendance

extension Connection {
    private static let selection = """
        SELECT id, name, birth, sex, ethnicity, phone, citizen_tail, unit_code, unit_snapshot, commune, address,
            citizen_hash FROM participant
        """

    /// Everybody who could be this person: the same citizen number or the same folded name.
    func candidates(_ identity: Identity) throws -> [KnownPerson] {
        var found: [KnownPerson] = []
        if let hash = identity.citizenHash {
            found += try all(Self.selection + " WHERE citizen_hash = ?", hash, read: KnownPerson.init)
        }
        return found + (try all(Self.selection + " WHERE folded_name = ?", identity.name, read: KnownPerson.init))
    }

    /// A participant; nil for an unknown one.
    func participant(_ id: ID<Participant>) throws -> KnownPerson? {
        try first(Self.selection + " WHERE id = ?", id, read: KnownPerson.init)
    }

    /// Adds a participant.
    func insert(_ person: KnownPerson) throws {
        let participant = person.participant
        try run(
            """
            INSERT INTO participant (id, name, folded_name, birth, sex, ethnicity, phone, citizen_hash, citizen_tail,
                unit_code, unit_snapshot, commune, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            participant.id, participant.name, VietnameseText.folded(participant.name), participant.birth,
            participant.sex, participant.ethnicity, participant.phone, person.citizenHash,
            participant.citizenNumberTail, participant.communeUnit?.code, participant.communeUnit?.snapshot,
            participant.commune, participant.address)
    }

    /// Writes what is now known of a participant.
    func update(_ person: KnownPerson) throws {
        let participant = person.participant
        try run(
            """
            UPDATE participant SET name = ?, folded_name = ?, birth = ?, sex = ?, ethnicity = ?, phone = ?,
                citizen_hash = ?, citizen_tail = ?, unit_code = ?, unit_snapshot = ?, commune = ?, address = ?
            WHERE id = ?
            """,
            participant.name, VietnameseText.folded(participant.name), participant.birth, participant.sex,
            participant.ethnicity, participant.phone, person.citizenHash, participant.citizenNumberTail,
            participant.communeUnit?.code, participant.communeUnit?.snapshot, participant.commune,
            participant.address, participant.id)
        try run(
            "UPDATE enrolment SET sort_key = ? WHERE participant = ?", SortKey(participant.name).bytes, participant.id)
    }
}
