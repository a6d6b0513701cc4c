internal import Attendance

extension Transaction {
    /// What is known of who presented something; nil for who is not enrolled in the session's event.
    func presence(of claimant: Claimant, in session: Session) throws -> Presence? {
        try claimant.enrolled.map { try connection.presence(of: $0.person.enrolment, in: session.id) }
    }

    /// Adds an accepted scan to what is known of its holder.
    func add(_ passage: Passage, to presence: inout Presence?, of claimant: Claimant, in session: Session) throws {
        guard let person = claimant.enrolled?.person, var changed = presence else { return }
        try connection.insert(passage, of: person.enrolment, in: session.id)
        changed.passages.append(passage)
        try update(changed, isWalkIn: person.isWalkIn, in: session)
        presence = changed
    }

    /// Writes the attendance that follows from what is now known of a person, and counts it.
    @discardableResult
    func update(_ presence: Presence, isWalkIn: Bool, in session: Session) throws -> AttendanceRecord {
        let record = presence.record(session.definition)
        if let counted = presence.counted { count(-1, counted, isWalkIn, session.id) }
        if presence.isEmpty {
            try connection.removeAttendance(presence)
        } else {
            try presence.counted == nil ? connection.insert(record, presence) : connection.update(record, presence)
            count(1, record.status, isWalkIn, session.id)
        }
        return record
    }

    /// Adds to a number of the tally, which is written at the end of the batch.
    func count(_ difference: Int, _ status: AttendanceRecord.Status, _ isWalkIn: Bool, _ session: ID<Session>) {
        state.tally[TallyKey(session: session, isWalkIn: isWalkIn, status: status), default: 0] += difference
    }

    /// Writes the changes of the tally.
    func writeTally() throws {
        for (key, difference) in state.tally where difference != 0 {
            try connection.run(
                """
                INSERT INTO tally (session, is_walk_in, status, number) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING
                """, key.session, key.isWalkIn, key.status)
            try connection.run(
                "UPDATE tally SET number = number + ? WHERE session = ? AND is_walk_in = ? AND status = ?",
                difference, key.session, key.isWalkIn, key.status)
        }
        state.tally = [:]
    }
}

extension AttendanceRecord.Mark {
    /// The order where it is not the seq.
    fileprivate var rank: Int64? { order == seq ? nil : order }
}

extension Connection {
    fileprivate func removeAttendance(_ presence: Presence) throws {
        try run("DELETE FROM attendance WHERE session = ? AND enrolment = ?", presence.session, presence.enrolment)
    }

    fileprivate func insert(_ record: AttendanceRecord, _ presence: Presence) throws {
        try run(
            """
            INSERT INTO attendance (session, enrolment, status, first_entry_at, last_exit_at, minutes_present,
                left_early, mark_status, mark_seq, mark_rank) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            presence.session, presence.enrolment, record.status, record.firstEntryAt, record.lastExitAt,
            record.minutesPresent, record.leftEarly, presence.mark?.status, presence.mark?.seq, presence.mark?.rank)
    }

    fileprivate func update(_ record: AttendanceRecord, _ presence: Presence) throws {
        try run(
            """
            UPDATE attendance SET status = ?, first_entry_at = ?, last_exit_at = ?, minutes_present = ?,
                left_early = ?, mark_status = ?, mark_seq = ?, mark_rank = ? WHERE session = ? AND enrolment = ?
            """,
            record.status, record.firstEntryAt, record.lastExitAt, record.minutesPresent, record.leftEarly,
            presence.mark?.status, presence.mark?.seq, presence.mark?.rank, presence.session, presence.enrolment)
    }
}
