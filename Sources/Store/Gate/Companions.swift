package import Attendance

extension Store {
    /// The other people of the same event who come for the same organisation: a household, a business.
    ///
    /// Nobody where there are more than `limit`: that is no party that comes together, and showing them would let the
    /// roster be browsed.
    package func companions(
        of participant: ID<Participant>, in event: ID<Event>, limit: Int = 12
    ) throws(StoreError) -> [EnrolledPerson] {
        try read { connection in
            guard let person = try connection.person(participant, in: event) else {
                throw StoreError.notFound(.participant)
            }
            let found = try connection.companions(of: person.enrolment, limit: limit + 1)
            return found.count > limit ? [] : found
        }
    }
}

extension Connection {
    fileprivate func companions(of enrolment: Enrolment, limit: Int) throws -> [EnrolledPerson] {
        try all(
            EnrolledPerson.selection + """
                 WHERE e.event = ? AND e.id <> ? AND e.same_as IS NULL AND e.standing = 'valid' AND e.folded_organisation <> ''
                    AND e.folded_organisation = (SELECT folded_organisation FROM enrolment WHERE id = ?)
                ORDER BY e.sort_key, e.id LIMIT ?
                """,
            enrolment.event, enrolment.id, enrolment.id, limit, read: EnrolledPerson.init)
    }
}
