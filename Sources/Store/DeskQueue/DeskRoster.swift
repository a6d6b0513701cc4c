package import Attendance

/// What a desk may keep of an open session's people while the box is away, and nothing else of them.
package struct DeskRoster: Sendable {
    package let people: [Person]
    /// Changes with every name and code.
    package let version: Int64

    /// One of them.
    package struct Person: Sendable {
        package let id: ID<Participant>
        package let code: Code
        package let name: String
        package let birth: BirthDate?
        package let commune: String?
    }
}

extension Connection {
    /// The people of the session's event in the order of class lists.
    func deskRoster(of session: ID<Session>) throws -> DeskRoster {
        let people = try all(
            """
            SELECT p.id, e.code, p.name, p.birth, p.commune
            FROM enrolment AS e JOIN participant AS p ON p.id = e.participant
            WHERE e.event = (SELECT event FROM session WHERE id = ?) AND e.same_as IS NULL
            ORDER BY e.sort_key, e.id
            """, session
        ) {
            DeskRoster.Person(
                id: try $0[0], code: try $0[1], name: try $0[2], birth: try $0[3], commune: try $0[4])
        }
        return DeskRoster(people: people, version: try rosterVersion())
    }

    /// The last entry that can have changed a name or a code.
    func rosterVersion() throws -> Int64 {
        try first(
            """
            SELECT max(seq) FROM ledger
            WHERE kind IN ('created', 'roster_imported', 'walk_in', 'code_reissued', 'restored',
                'bundle_imported', 'same_person') AND kind <> 'redeem'
            """
        ) { try $0[0] as Int64? }.flatMap(\.self) ?? 0
    }
}
