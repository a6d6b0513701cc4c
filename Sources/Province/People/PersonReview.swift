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
                    FROM province.enrolment JOIN province.person ON person.id = enrolment.person GROUP BY 1, 2)
                SELECT a.id, a.name, a.birth, a.commune, a.is_numbered, a.events,
                    b.id, b.name, b.birth, b.commune, b.is_numbered, b.events
                FROM someone AS a JOIN someone AS b ON b.folded_name = a.folded_name AND b.id > a.id
                WHERE CASE WHEN a.is_numbered AND b.is_numbered
                    THEN a.birth = b.birth AND a.unit = b.unit AND length(a.birth) = 10
                    ELSE (coalesce(a.year = b.year, true) AND coalesce(a.unit = b.unit, true))
                        OR (a.birth = b.birth AND length(a.birth) = 10) END
                    AND NOT EXISTS (SELECT 1 FROM province.decision WHERE first = a.id AND second = b.id)
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
            let known = try connection.all(
                "SELECT id FROM province.person WHERE id IN ($1, $2) ORDER BY id FOR UPDATE", first, second
            ) { try $0[0] as Int64 }
            guard known.count == 2 else { throw PersonDecision.Failure.unknownPerson }
            try connection.run(
                "INSERT INTO province.decision (first, second, decision, decided_by) VALUES ($1, $2, $3, $4)",
                first, second, decision.decision.rawValue, officer)
            switch decision.decision {
            case .merge: try merge(first, second, connection)
            case .keepApart: try separate(first, second, connection)
            }
            try deriveAgain(first, second, connection, now)
        }
    }

    /// Derives the attendance at all events of both, and of who is the same as one of them.
    private func deriveAgain(
        _ first: Int64, _ second: Int64, _ connection: DatabaseConnection, _ now: Timestamp
    ) throws {
        let events = try connection.all(
            """
            SELECT DISTINCT event FROM province.enrolment WHERE person IN (
                SELECT member.id FROM province.person JOIN province.person AS member
                    ON coalesce(member.same_as, member.id) = coalesce(person.same_as, person.id)
                WHERE person.id IN ($1, $2))
            """, first, second
        ) { try $0[0] as ID<Event> }
        try Derivation.makeStages(connection)
        try Derivation(connection: connection, bundle: nil, now: now).run(events: Set(events))
    }

    /// Whoever was the same as one of them is now the same as both.
    private func merge(_ first: Int64, _ second: Int64, _ connection: DatabaseConnection) throws {
        try connection.run(
            """
            WITH root AS (SELECT min(coalesce(same_as, id)) AS kept, max(coalesce(same_as, id)) AS given
                FROM province.person WHERE id IN ($1, $2))
            UPDATE province.person SET same_as = root.kept FROM root
            WHERE root.kept <> root.given AND (person.id = root.given OR person.same_as = root.given)
            """, first, second)
    }

    /// Takes back an earlier merger of the two.
    private func separate(_ first: Int64, _ second: Int64, _ connection: DatabaseConnection) throws {
        try connection.run(
            """
            UPDATE province.person SET same_as = NULL WHERE (id = $2 AND same_as = $1) OR (id = $2 AND same_as =
                (SELECT same_as FROM province.person WHERE id = $1))
            """, first, second)
    }
}
