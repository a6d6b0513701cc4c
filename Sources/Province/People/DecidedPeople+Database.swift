internal import Attendance

extension DecidedPeople {
    /// Reads all decisions; each is about the people who have its enrolments now.
    init(_ connection: DatabaseConnection) throws {
        let decided = try connection.all("SELECT decision, one, other FROM province.decided ORDER BY id") { row in
            (try row[0] as String, try row[1] as Int64, try row[2] as Int64)
        }
        for (decision, one, other) in decided {
            PersonDecision.Kind(rawValue: decision).map { take($0, about: one, and: other) }
        }
    }

    /// Makes the tables follow all decisions; the events of everybody who is somebody else's same now, or no longer.
    static func apply(_ connection: DatabaseConnection) throws -> Set<ID<Event>> {
        let people = try DecidedPeople(connection)
        try connection.script(
            "CREATE TEMPORARY TABLE IF NOT EXISTS new_same (person bigint, same_as bigint) ON COMMIT DELETE ROWS")
        try connection.copy("new_same", "person, same_as") { writer in
            for (person, kept) in people.sameAs { try writer.row(person, kept) }
        }
        let events = try connection.all(
            """
            WITH concerned AS (
                SELECT id AS person FROM province.person WHERE same_as IS NOT NULL UNION SELECT person FROM new_same
            ), changed AS (
                UPDATE province.person SET same_as = new_same.same_as
                FROM concerned LEFT JOIN new_same ON new_same.person = concerned.person
                WHERE person.id = concerned.person AND person.same_as IS DISTINCT FROM new_same.same_as
                RETURNING person.id
            )
            SELECT DISTINCT event FROM province.enrolment JOIN changed ON changed.id = enrolment.person
            """
        ) { try $0[0] as ID<Event> }
        return Set(events)
    }
}
