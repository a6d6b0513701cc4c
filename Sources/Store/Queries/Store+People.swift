package import Attendance
internal import Crypto
internal import FoundationEssentials

extension Store {
    /// An event's people: those whose names match the query, the best first, or all in the order of class lists.
    ///
    /// A query that holds digits is compared with the codes. `cursor` is the `next` of the page before.
    package func participants(
        of event: ID<Event>, matching query: String? = nil, limit: Int, after cursor: String? = nil
    ) throws(StoreError) -> ParticipantPage {
        guard let query, !query.allSatisfy(\.isWhitespace) else {
            return try read { try $0.page(of: event, limit: limit, after: cursor.flatMap(PageCursor.init)) }
        }
        let found = try search(query, in: event, limit: limit)
        let people = try read { try found.compactMap($0.person(enrolment:)) }
        // Who was registered at two boxes is found under both names, and is one.
        var seen: Set<ID<Enrolment>> = []
        return ParticipantPage(items: people.filter { seen.insert($0.enrolment.id).inserted }, next: nil)
    }

    private func search(_ query: String, in event: ID<Event>, limit: Int) throws(StoreError) -> [ID<Enrolment>] {
        if let code = Code(query) {
            return try people(code: code, in: event).map(\.enrolment.id)
        }
        return try names.search(query, in: event, limit: limit) { () throws(StoreError) in
            try read { try $0.names(of: event) }
        }
    }

    /// One of an event's people; nil for who is not enrolled.
    package func participant(_ id: ID<Participant>, in event: ID<Event>) throws(StoreError) -> EnrolledPerson? {
        try read { try $0.person(id, in: event) }
    }

    /// Who has, or once had, this code; who has it now comes first.
    package func enrolment(code: Code) throws(StoreError) -> EnrolledPerson? {
        try read { try $0.people(code: code) }.holder(of: code)
    }

    /// The same among the people of one event, since several events may have given the same code.
    package func enrolment(code: Code, in event: ID<Event>) throws(StoreError) -> EnrolledPerson? {
        try people(code: code, in: event).holder(of: code)
    }

    private func people(code: Code, in event: ID<Event>) throws(StoreError) -> [EnrolledPerson] {
        try read { try $0.people(code: code) }.filter { $0.enrolment.event == event }
    }

    /// Those of an event who gave this phone number, in its national form, and have this given name or whole name; case
    /// and marks do not matter.
    package func people(
        phone: String, named name: String, in event: ID<Event>
    ) throws(StoreError) -> [EnrolledPerson] {
        let wanted = VietnameseText.folded(name)
        return try read { try $0.people(phone: phone, in: event) }.filter { person in
            !wanted.isEmpty && VietnameseText.calledNames(person.participant.name).contains(wanted)
        }
    }

    /// The badge of an enrolment.
    package func badge(for enrolment: Enrolment) throws(StoreError) -> Badge {
        try read { connection in
            guard let key = try connection.eventKey(enrolment.event, keys: self.keys) else {
                throw StoreError.notFound(.event)
            }
            return key.badge(enrolment.code)
        }
    }

    /// Everybody's badge, in the order of class lists.
    package func badges(of event: ID<Event>) throws(StoreError) -> [(person: EnrolledPerson, badge: Badge)] {
        try read { connection in
            guard let key = try connection.eventKey(event, keys: self.keys) else { throw StoreError.notFound(.event) }
            return try connection.people(of: event).map { ($0, key.badge($0.enrolment.code)) }
        }
    }
}

extension Connection {
    /// Walk-ins of earlier versions have their number as it was typed.
    fileprivate func people(phone: String, in event: ID<Event>) throws -> [EnrolledPerson] {
        try all(
            EnrolledPerson.selection + """
                 WHERE e.event = ? AND e.same_as IS NULL AND REPLACE(REPLACE(REPLACE(p.phone, ' ', ''), '.', ''), '-', '') = ?
                """,
            event, phone, read: EnrolledPerson.init)
    }

    /// What everybody of an event is called, in the order of class lists.
    fileprivate func names(of event: ID<Event>) throws -> [Naming] {
        try all(
            """
            SELECT e.id, p.name FROM enrolment AS e JOIN participant AS p ON p.id = e.participant
            WHERE e.event = ? AND e.same_as IS NULL ORDER BY e.sort_key, e.id
            """, event
        ) { Naming(event: event, enrolment: try $0[0], name: try $0[1]) }
    }

    fileprivate func page(of event: ID<Event>, limit: Int, after cursor: PageCursor?) throws -> ParticipantPage {
        let rows = try all(
            EnrolledPerson.selection + """
                 WHERE e.event = ? AND e.same_as IS NULL AND (e.sort_key, e.id) > (?, ?) ORDER BY e.sort_key, e.id LIMIT ?
                """,
            event, cursor?.sortKey ?? [], cursor?.enrolment ?? [], limit + 1, read: EnrolledPerson.init)
        let items = Array(rows.prefix(limit))
        let next = rows.count > limit ? items.last.map { PageCursor($0).text } : nil
        return ParticipantPage(items: items, next: next)
    }
}

/// The place after a person in the order of class lists.
private struct PageCursor {
    let sortKey: [UInt8]
    let enrolment: [UInt8]

    init(_ person: EnrolledPerson) {
        sortKey = SortKey(person.participant.name).bytes
        enrolment = withUnsafeBytes(of: person.enrolment.id.uuid.uuid) { Array($0) }
    }

    init?(_ text: String) {
        guard let bytes = Base64.url.decode(text), bytes.count >= 16 else { return nil }
        (enrolment, sortKey) = (Array(bytes.prefix(16)), Array(bytes.dropFirst(16)))
    }

    var text: String { Base64.url.encode(enrolment + sortKey) }
}

extension [EnrolledPerson] {
    /// Of those who know a code the one who has it now, else any.
    fileprivate func holder(of code: Code) -> EnrolledPerson? {
        first { $0.enrolment.code == code } ?? first
    }
}
