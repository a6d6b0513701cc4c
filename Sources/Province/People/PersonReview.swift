package import Attendance

/// People who look alike, and what officers decide about them.
package struct PersonReview: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// Pairs that may be one person and about whom nobody has decided, the likeliest first.
    ///
    /// The same folded name, and nothing against it: birth year and commune agree or are missing; or the whole birth date
    /// agrees. Two different citizen numbers only where everything else is the same: one may be mistyped.
    package func pairs(limit: Int) throws -> [PersonPair] {
        try database.use { connection in
            try connection.all(
                """
                WITH someone AS (
                    SELECT coalesce(person.same_as, person.id) AS id, folded_name, min(name) AS name,
                        max(birth) AS birth, left(max(birth), 4) AS year, min(unit_now) AS unit,
                        min(coalesce(unit_now_name, enrolment.commune)) AS commune,
                        bool_or(number_hash IS NOT NULL) AS is_numbered, count(DISTINCT enrolment.event) AS events
                    FROM province.enrolment JOIN province.person ON person.id = enrolment.person GROUP BY 1, 2
                ), pair AS (
                    SELECT coalesce(one.same_as, one.id) AS one, coalesce(other.same_as, other.id) AS other
                    FROM province.decided JOIN province.person AS one ON one.id = decided.one
                    JOIN province.person AS other ON other.id = decided.other)
                SELECT a.id, a.name, a.birth, a.commune, a.is_numbered, a.events,
                    b.id, b.name, b.birth, b.commune, b.is_numbered, b.events
                FROM someone AS a JOIN someone AS b ON b.folded_name = a.folded_name AND b.id > a.id
                WHERE CASE WHEN a.is_numbered AND b.is_numbered
                    THEN a.birth = b.birth AND a.unit = b.unit AND length(a.birth) = 10
                    ELSE (coalesce(a.year = b.year, true) AND coalesce(a.unit = b.unit, true))
                        OR (a.birth = b.birth AND length(a.birth) = 10) END
                    AND NOT EXISTS (SELECT 1 FROM pair WHERE (least(one, other), greatest(one, other)) = (a.id, b.id))
                ORDER BY (a.birth IS NOT DISTINCT FROM b.birth)::int + (a.unit IS NOT DISTINCT FROM b.unit)::int DESC,
                    a.id, b.id
                LIMIT $1
                """, limit
            ) { PersonPair(first: try PersonPair.Person($0, from: 0), second: try PersonPair.Person($0, from: 6)) }
        }
    }

    /// Remembers that two people are one, or that they are not; the last word about a pair stands. The attendance of both
    /// at the same events follows.
    ///
    /// - Throws: ``PersonDecision/Failure/unknownPerson``.
    package func decide(_ decision: PersonDecision, by officer: String, at now: Timestamp) throws {
        let (first, second) = (min(decision.first, decision.second), max(decision.first, decision.second))
        guard first != second else { throw PersonDecision.Failure.unknownPerson }
        try database.transaction { connection in
            try Derivation.lock(connection)
            try connection.run(
                """
                INSERT INTO province.decision (first, second, first_enrolment, second_enrolment, decision, decided_by)
                VALUES ($1, $2, $3, $4, $5, $6)
                """, first, second, try PersonReview.enrolment(of: first, connection),
                try PersonReview.enrolment(of: second, connection), decision.decision.rawValue, officer)
            try Derivation.makeStages(connection)
            try Derivation(connection: connection, bundle: nil, now: now).run(events: DecidedPeople.apply(connection))
        }
    }

    /// Some enrolment of the person, by which the decision finds them when they turn out to have another number.
    private static func enrolment(of person: Int64, _ connection: DatabaseConnection) throws -> ID<Enrolment> {
        let enrolment = try connection.first(
            "SELECT id FROM province.enrolment WHERE person = $1 ORDER BY id LIMIT 1", person
        ) { try $0[0] as ID<Enrolment> }
        guard let enrolment else { throw PersonDecision.Failure.unknownPerson }
        return enrolment
    }
}
