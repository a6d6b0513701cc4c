internal import Attendance
internal import FoundationEssentials

/// Derives attendance again where something new is known of it, inside one transaction.
struct Derivation {
    let connection: DatabaseConnection
    /// The bundle that brings the news; nil where an officer decides.
    let bundle: Int64?
    let now: Timestamp

    /// Waits until nobody else imports or decides, over all processes; until the transaction ends.
    static func lock(_ connection: DatabaseConnection) throws {
        try connection.run("SELECT pg_advisory_xact_lock($1)", importing)
    }

    /// The advisory lock of all imports: `ddm2` as a number.
    private static let importing = 0x6464_6d32

    /// Makes the tables of this connection that hold what is to be derived: a place is somebody in a session.
    static func makeStages(_ connection: DatabaseConnection) throws {
        try connection.script(
            """
            CREATE TEMPORARY TABLE IF NOT EXISTS place (session uuid, enrolment uuid, why text) ON COMMIT DELETE ROWS;
            CREATE TEMPORARY TABLE IF NOT EXISTS new_attendance (LIKE province.attendance) ON COMMIT DELETE ROWS;
            """)
    }

    /// Finds out again who is one person in these events, and derives the attendance of all places; what it was before
    /// goes into the history.
    func run(events: Set<ID<Event>>) throws {
        try joinSamePeople(of: events)
        try nameWhoStands()
        try deriveAttendance()
        try removeReplaced(of: events)
    }

    private func deriveAttendance() throws {
        try connection.script("ANALYZE place")
        let sessions = Array(try sessions())
        for start in stride(from: 0, to: sessions.count, by: Derivation.sessionsAtOnce) {
            let some = sessions[start..<min(start + Derivation.sessionsAtOnce, sessions.count)]
            try stageAttendance(Dictionary(uniqueKeysWithValues: some.map { ($0.key, $0.value) }))
        }
        try connection.script("ANALYZE new_attendance (session, enrolment)")
        try keepHistory()
        try connection.run(
            """
            INSERT INTO province.attendance (\(Derivation.attendanceColumns), changed_at)
            SELECT \(Derivation.attendanceColumns), changed_at FROM new_attendance
            ON CONFLICT (year, session, enrolment) DO UPDATE SET status = excluded.status,
                first_entry_at = excluded.first_entry_at, last_exit_at = excluded.last_exit_at,
                minutes_present = excluded.minutes_present, left_early = excluded.left_early,
                changed_at = excluded.changed_at
            WHERE (attendance.status, attendance.first_entry_at, attendance.last_exit_at, attendance.minutes_present,
                attendance.left_early) IS DISTINCT FROM (excluded.status, excluded.first_entry_at,
                excluded.last_exit_at, excluded.minutes_present, excluded.left_early)
            """)
    }

    /// Sessions whose scans are in memory together: a class has fewer, and a fair that lasts for years may have hundreds.
    private static let sessionsAtOnce = 32

    private static let attendanceColumns =
        "year, session, enrolment, status, first_entry_at, last_exit_at, minutes_present, left_early"

    private struct Place: Hashable {
        let session: UUID
        let enrolment: UUID
    }

    private struct DatedSession {
        let year: Int
        let definition: SessionDefinition
    }

    private func sessions() throws -> [UUID: DatedSession] {
        let rows = try connection.all(
            """
            SELECT id, year, title, province.ms(starts_at), province.ms(ends_at), late_after_minutes,
                early_leave_minutes
            FROM province.session WHERE id IN (SELECT session FROM place)
            """
        ) { row in
            let definition = SessionDefinition(
                title: try row[2], startsAt: try row[3], endsAt: try row[4], lateAfterMinutes: try row[5],
                earlyLeaveMinutes: try row[6])
            return (try row[0] as UUID, DatedSession(year: try row[1], definition: definition))
        }
        return Dictionary(rows) { first, _ in first }
    }

    private func stageAttendance(_ sessions: [UUID: DatedSession]) throws {
        let presences = try presences(sessions)
        try connection.copy("new_attendance", Derivation.attendanceColumns + ", changed_at") { writer in
            for (place, presence) in presences {
                guard let session = sessions[place.session] else { continue }
                let record = presence.record(session.definition)
                try writer.row(
                    session.year, place.session, place.enrolment, record.status.rawValue, record.firstEntryAt,
                    record.lastExitAt, record.minutesPresent, record.leftEarly, now)
            }
        }
    }

    /// Looks into the partitions of these sessions' years alone.
    private func presences(_ sessions: [UUID: DatedSession]) throws -> [Place: Presence] {
        var presences: [Place: Presence] = [:]
        let rows = try connection.all(
            """
            SELECT entry.session, member.root, entry.id, entry.kind, about, nonce, direction, status,
                province.ms(at), ledger, seq, boot, boot_ms, wall_ms
            FROM province.entry JOIN (
                SELECT session, enrolment AS root, enrolment FROM place WHERE session = ANY ($2::uuid[])
                UNION SELECT place.session, place.enrolment, other.id
                FROM place JOIN province.enrolment AS other ON other.same_as = place.enrolment
                WHERE place.session = ANY ($2::uuid[])
            ) AS member ON member.session = entry.session AND member.enrolment = entry.enrolment
            WHERE entry.year = ANY ($1::smallint[]) AND ((entry.kind = 'redeem' AND entry.outcome = 'accepted')
                OR entry.kind = 'mark' OR entry.kind = 'annul')
            """, sqlArray(Set(sessions.values.map(\.year)).map(String.init)),
            sqlArray(sessions.keys.map(\.text))
        ) { row in (Place(session: try row[0], enrolment: try row[1]), try StoredEntry(row)) }
        let clock = try BootClock(boots: Set(rows.map(\.1.received.boot)), connection)
        for (place, entry) in rows { presences[place, default: Presence()].take(entry.told(clock)) }
        return presences
    }

    private func keepHistory() throws {
        try connection.run(
            """
            INSERT INTO province.attendance_history (session, enrolment, bundle, changed_at, why, status,
                first_entry_at, last_exit_at, minutes_present, left_early)
            SELECT old.session, old.enrolment, $1, $2, (SELECT string_agg(DISTINCT place.why, ', ') FROM place
                    WHERE place.session = old.session AND place.enrolment = old.enrolment),
                old.status, old.first_entry_at, old.last_exit_at, old.minutes_present, old.left_early
            FROM province.attendance AS old JOIN new_attendance AS new USING (year, session, enrolment)
            WHERE (old.status, old.first_entry_at, old.last_exit_at, old.minutes_present, old.left_early)
                IS DISTINCT FROM (new.status, new.first_entry_at, new.last_exit_at, new.minutes_present,
                new.left_early)
            """, bundle, now)
    }
}
