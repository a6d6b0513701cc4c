internal import Attendance

extension Connection {
    private static let recordColumns = "status, first_entry_at, last_exit_at, minutes_present, left_early"

    /// The records of everybody with something to tell.
    func records(of session: ID<Session>) throws -> [ID<Enrolment>: AttendanceRecord] {
        var records: [ID<Enrolment>: AttendanceRecord] = [:]
        try forEach("SELECT \(Self.recordColumns), enrolment FROM attendance WHERE session = ?", session) {
            records[try $0[5]] = try AttendanceRecord($0)
        }
        return records
    }

    /// One person's record; nil where there is nothing to tell.
    func record(of enrolment: ID<Enrolment>, in session: ID<Session>) throws -> AttendanceRecord? {
        try first(
            "SELECT \(Self.recordColumns) FROM attendance WHERE session = ? AND enrolment = ?", session, enrolment,
            read: AttendanceRecord.init)
    }

    /// How many came: from the tally, and from the number of people on the roster.
    func counts(_ session: Session) throws -> AttendanceCounts {
        var counts = AttendanceCounts()
        try forEach("SELECT status, is_walk_in, number FROM tally WHERE session = ?", session.id) {
            counts.add(try $0[0], isWalkIn: try $0[1], number: try $0[2])
        }
        let roster = try first("SELECT roster_count FROM event WHERE id = ?", session.event) { try $0[0] as Int } ?? 0
        counts.add(.absent, isWalkIn: false, number: roster - counts.enrolled)
        return counts
    }
}

extension AttendanceRecord {
    fileprivate init(_ row: ResultRow) throws {
        self.init(
            status: try row[0], firstEntryAt: try row[1], lastExitAt: try row[2], minutesPresent: try row[3],
            leftEarly: try row[4])
    }
}
