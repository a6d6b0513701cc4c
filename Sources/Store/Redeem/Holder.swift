internal import Attendance

/// Whom a code belongs to.
struct Holder {
    let person: RedeemAnswer.Person
    let event: ID<Event>
    let standing: Enrolment.Standing

    private static let columns =
        "p.id, p.name, e.id, e.code, e.is_walk_in, e.event, e.standing, p.birth, p.commune, e.organisation"
    private static let selection =
        "SELECT \(columns) FROM enrolment AS e JOIN participant AS p ON p.id = e.participant"

    /// Reads the columns, the first of them at `column`; a code that was replaced is revoked whatever the enrolment is.
    private init(_ row: ResultRow, isCurrent: Bool) throws {
        let birth: BirthDate? = try row[7]
        person = RedeemAnswer.Person(
            id: try row[0], name: try row[1], enrolment: try row[2], code: try row[3], isWalkIn: try row[4],
            birthYear: birth?.year, commune: try row[8], organisation: try row[9])
        event = try row[5]
        standing = isCurrent ? try row[6] : .revoked
    }

    private static let byCode = """
        SELECT \(columns), c.is_current
        FROM code AS c JOIN enrolment AS e ON e.id = c.enrolment JOIN participant AS p ON p.id = e.participant
        WHERE c.number = ?
        """

    /// Who has, or once had, the code: in this event, else in any other.
    static func of(_ code: Code, in event: ID<Event>, _ connection: Connection) throws -> Holder? {
        try connection.first(byCode + " AND e.event = ?", code, event) { try Holder($0, isCurrent: try $0[10]) }
            ?? connection.first(byCode, code) { try Holder($0, isCurrent: try $0[10]) }
    }

    /// A participant's enrolment in the event.
    static func of(_ participant: ID<Participant>, in event: ID<Event>, _ connection: Connection) throws -> Holder? {
        try connection.first(
            selection + """
                 WHERE e.id = (SELECT coalesce(same_as, id) FROM enrolment WHERE event = ? AND participant = ?)
                """, event, participant
        ) { try Holder($0, isCurrent: true) }
    }

    /// An enrolment's person.
    static func of(_ enrolment: ID<Enrolment>, _ connection: Connection) throws -> Holder? {
        try connection.first(
            selection + " WHERE e.id = (SELECT coalesce(same_as, id) FROM enrolment WHERE id = ?)", enrolment
        ) { try Holder($0, isCurrent: true) }
    }
}
