internal import Attendance

/// What the projections have of one person in one session.
struct Presence {
    let session: ID<Session>
    let enrolment: ID<Enrolment>
    /// Accepted and not annulled.
    var passages: [Passage] = []
    var mark: AttendanceRecord.Mark?
    /// The status that the tally counts; nil without a row.
    var counted: AttendanceRecord.Status?

    /// What it comes to.
    func record(_ definition: SessionDefinition) -> AttendanceRecord {
        AttendanceRecord(passages: passages, mark: mark, session: definition)
    }

    /// Whether there is nothing to tell: such people have no row.
    var isEmpty: Bool { passages.isEmpty && mark == nil }

    /// As it was after the entry with this seq.
    func upTo(_ seq: Int64) -> Presence {
        var earlier = self
        earlier.passages.removeAll { $0.seq > seq }
        if let mark, mark.seq > seq { earlier.mark = nil }
        return earlier
    }
}

extension Connection {
    /// What is known of one person in one session.
    func presence(of enrolment: ID<Enrolment>, in session: ID<Session>) throws -> Presence {
        var presence = Presence(session: session, enrolment: enrolment)
        let isKnown: Void? = try first(
            "SELECT status, mark_status, mark_seq, mark_rank FROM attendance WHERE session = ? AND enrolment = ?",
            session, enrolment
        ) { row in
            presence.counted = try row[0]
            if let status: AttendanceRecord.Status = try row[1], let seq: Int64 = try row[2] {
                presence.mark = AttendanceRecord.Mark(status: status, seq: seq, order: try row[3])
            }
        }
        if isKnown != nil { presence.passages = try passages(of: enrolment, in: session) }
        return presence
    }

    /// The accepted, not annulled scans of one person in one session.
    func passages(of enrolment: ID<Enrolment>, in session: ID<Session>) throws -> [Passage] {
        try all(
            "SELECT scan, direction, at, gate, seq, rank FROM passage WHERE session = ? AND enrolment = ?",
            session, enrolment
        ) {
            Passage(
                scan: try $0[0], direction: try $0[1], at: try $0[2], gate: try $0[3], seq: try $0[4],
                order: try $0[5])
        }
    }

    /// Adds a passage.
    func insert(_ passage: Passage, of enrolment: ID<Enrolment>, in session: ID<Session>) throws {
        try run(
            """
            INSERT INTO passage (session, enrolment, seq, scan, direction, at, gate, rank) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            session, enrolment, passage.seq, passage.scan, passage.direction, passage.at, passage.gate,
            passage.order == passage.seq ? nil : passage.order)
    }

    /// Removes a passage that was annulled.
    func remove(_ seq: Int64, of enrolment: ID<Enrolment>, in session: ID<Session>) throws {
        try run("DELETE FROM passage WHERE session = ? AND enrolment = ? AND seq = ?", session, enrolment, seq)
    }
}
