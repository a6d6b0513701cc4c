internal import Attendance

extension EnrolledPerson {
    /// The columns that ``init(_:)`` reads, of every enrolment with its participant.
    static let selection = """
        SELECT p.id, p.name, p.birth, p.sex, p.ethnicity, p.phone, p.citizen_tail, p.unit_code, p.unit_snapshot,
            p.commune, p.address,
            e.id, e.event, e.code, e.standing, e.is_walk_in, e.position, e.organisation, e.note, e.sheet, e.row,
            (SELECT group_concat(printf('%08d', code), ' ') FROM enrolment WHERE same_as = e.id)
        FROM enrolment AS e JOIN participant AS p ON p.id = e.participant
        """

    init(_ row: ResultRow) throws {
        let participant = try Participant(row)
        let enrolment = Enrolment(
            id: try row[11], event: try row[12], participant: participant.id, code: try row[13],
            standing: try row[14], isWalkIn: try row[15])
        self.init(participant: participant, enrolment: enrolment)
        (position, organisation, note) = (try row[16], try row[17], try row[18])
        (sheet, self.row) = (try row[19], try row[20])
        joinedCodes = (try row[21] as String? ?? "").split(separator: " ").compactMap { Code($0) }
    }
}

extension Participant {
    /// Reads the eleven columns of a participant.
    init(_ row: ResultRow) throws {
        self.init(id: try row[0], name: try row[1])
        (birth, sex, ethnicity, phone) = (try row[2], try row[3], try row[4], try row[5])
        citizenNumberTail = try row[6]
        if let code: String = try row[7], let snapshot: String = try row[8] {
            communeUnit = UnitCode(code: code, snapshot: snapshot)
        }
        (commune, address) = (try row[9], try row[10])
    }
}

extension Connection {
    /// An enrolment with its participant; of one that turned out to be another's, that one.
    func person(enrolment: ID<Enrolment>) throws -> EnrolledPerson? {
        try first(
            EnrolledPerson.selection + " WHERE e.id = (SELECT coalesce(same_as, id) FROM enrolment WHERE id = ?)",
            enrolment, read: EnrolledPerson.init)
    }

    /// A participant's enrolment in an event.
    func person(_ participant: ID<Participant>, in event: ID<Event>) throws -> EnrolledPerson? {
        try first(
            EnrolledPerson.selection + """
                 WHERE e.id = (SELECT coalesce(same_as, id) FROM enrolment WHERE event = ? AND participant = ?)
                """, event, participant, read: EnrolledPerson.init)
    }

    /// Who has, or once had, this code; where several events know it, all of them.
    func people(code: Code) throws -> [EnrolledPerson] {
        try all(
            EnrolledPerson.selection + " WHERE e.id IN (SELECT enrolment FROM code WHERE number = ?)", code,
            read: EnrolledPerson.init)
    }

    /// Everybody of an event in the order of class lists, each once.
    func people(of event: ID<Event>) throws -> [EnrolledPerson] {
        try all(
            EnrolledPerson.selection + " WHERE e.event = ? AND e.same_as IS NULL ORDER BY e.sort_key, e.id", event,
            read: EnrolledPerson.init)
    }

    /// Every enrolment of an event, those too that turned out to be another's.
    func enrolments(of event: ID<Event>) throws -> [EnrolledPerson] {
        try all(
            EnrolledPerson.selection + " WHERE e.event = ? ORDER BY e.sort_key, e.id", event,
            read: EnrolledPerson.init)
    }
}
