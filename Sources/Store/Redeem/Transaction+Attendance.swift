internal import Attendance

extension Transaction {
    /// Writes the attendance that follows from what is now known of a person, and counts it.
    @discardableResult
    func update(_ presence: Presence, isWalkIn: Bool, in session: Session) throws -> AttendanceRecord {
        let record = presence.record(session.definition)
        if let counted = presence.counted { count(-1, counted, isWalkIn, session.id) }
        if presence.isEmpty {
            try connection.removeAttendance(presence)
        } else {
            try connection.write(record, presence)
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

extension Connection {
    fileprivate func removeAttendance(_ presence: Presence) throws {
        try run("DELETE FROM attendance WHERE session = ? AND enrolment = ?", presence.session, presence.enrolment)
    }

    fileprivate func write(_ record: AttendanceRecord, _ presence: Presence) throws {
        try run(
            """
            INSERT INTO attendance (session, enrolment, status, first_entry_at, last_exit_at, minutes_present,
                left_early, mark_status, mark_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET status = excluded.status, first_entry_at = excluded.first_entry_at,
                last_exit_at = excluded.last_exit_at, minutes_present = excluded.minutes_present,
                left_early = excluded.left_early, mark_status = excluded.mark_status, mark_seq = excluded.mark_seq
            """,
            presence.session, presence.enrolment, record.status, record.firstEntryAt, record.lastExitAt,
            record.minutesPresent, record.leftEarly, presence.mark?.status, presence.mark?.seq)
    }
}
