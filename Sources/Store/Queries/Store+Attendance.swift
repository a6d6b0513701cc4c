package import Attendance

extension Store {
    /// Everybody of a session's event with what they come to.
    package func attendance(_ session: ID<Session>) throws(StoreError) -> SessionAttendance {
        try read { connection in
            guard let session = try connection.session(session) else { throw StoreError.notFound(.session) }
            let records = try connection.records(of: session.id)
            let items = try connection.people(of: session.event).map {
                SessionAttendance.Item(person: $0, record: records[$0.enrolment.id] ?? .absent)
            }
            return SessionAttendance(counts: try connection.counts(session), items: items)
        }
    }

    /// How many came; cheap enough to be asked after every commit.
    package func counts(_ session: ID<Session>) throws(StoreError) -> AttendanceCounts {
        try read { connection in
            guard let session = try connection.session(session) else { throw StoreError.notFound(.session) }
            return try connection.counts(session)
        }
    }

    /// What one person's presence in a session comes to.
    package func record(
        of participant: ID<Participant>, in session: ID<Session>
    ) throws(StoreError) -> AttendanceRecord {
        try read { connection in
            guard let session = try connection.session(session) else { throw StoreError.notFound(.session) }
            guard let person = try connection.person(participant, in: session.event) else {
                throw StoreError.notFound(.participant)
            }
            return try connection.record(of: person.enrolment.id, in: session.id) ?? .absent
        }
    }

    /// The accepted first entry of a person in a session: what an annulment takes back. Nil for who did not come.
    package func firstEntry(
        of enrolment: ID<Enrolment>, in session: ID<Session>
    ) throws(StoreError) -> ID<Scan>? {
        try read { try $0.presence(of: enrolment, in: session).passages.firstEntry?.scan }
    }
}
