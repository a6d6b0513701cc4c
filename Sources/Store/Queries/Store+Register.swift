package import Attendance

extension Store {
    /// A session's scans after an entry, in the order in which the box learnt of them.
    package func scans(
        of session: ID<Session>, after seq: Int64 = 0, limit: Int
    ) throws(StoreError) -> [Register.ScanLine] {
        try read { try $0.scans(of: session, after: seq, limit: limit) }
    }

    /// Everything an event's papers and exports show, as one commit left it.
    ///
    /// Citizen numbers, which a roster has brought, are for the organiser only.
    package func register(of event: ID<Event>, withCitizenNumbers: Bool = false) throws(StoreError) -> Register {
        try read { connection in
            guard let event = try connection.event(event) else { throw StoreError.notFound(.event) }
            let records = try event.sessions.map { try connection.records(of: $0.id) }
            var register = Register(
                event: event, counts: try event.sessions.map(connection.counts),
                rows: try connection.registerRows(event, records, withCitizenNumbers ? self.keys : nil),
                scans: try connection.scans(of: event.id), ledgerHead: try LedgerHead(connection).hash)
            let empty = zip(event.sessions, records).filter { $0.state == .planned && $1.isEmpty }
            register.notHeld = Set(empty.map(\.0.id))
            return register
        }
    }
}

extension Connection {
    /// Everybody of the event with a record for every session.
    fileprivate func registerRows(
        _ event: Event, _ records: [[ID<Enrolment>: AttendanceRecord]], _ keys: BoxKeys?
    ) throws -> [Register.Row] {
        let numbers = try keys.map { try citizenNumbers(of: event.id, $0) } ?? [:]
        return try people(of: event.id).map { person in
            let id = person.enrolment.id
            var row = Register.Row(
                participant: person.participant, enrolment: person.enrolment,
                records: records.map { $0[id] ?? .absent })
            (row.position, row.organisation, row.note) = (person.position, person.organisation, person.note)
            (row.sheet, row.citizenNumber) = (person.sheet, numbers[id])
            return row
        }
    }

    /// The citizen numbers that a roster has brought, opened with the event's key.
    func citizenNumbers(of event: ID<Event>, _ keys: BoxKeys) throws -> [ID<Enrolment>: String] {
        guard let key = try eventKey(event, keys: keys) else { return [:] }
        var numbers: [ID<Enrolment>: String] = [:]
        try forEach(
            """
            SELECT id, sealed_citizen_number FROM enrolment WHERE event = ? AND sealed_citizen_number IS NOT NULL
            """, event
        ) { row in
            let id: ID<Enrolment> = try row[0]
            numbers[id] = try key.citizenNumber(try row[1], of: id)
        }
        return numbers
    }
}
