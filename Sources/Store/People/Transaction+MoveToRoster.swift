internal import Attendance

extension Transaction {
    /// A walk-in who turns out to be on a roster is counted with the roster from now on.
    func moveToRoster(_ enrolment: Enrolment) throws {
        try connection.run("UPDATE enrolment SET is_walk_in = 0 WHERE id = ?", enrolment.id)
        try connection.run("UPDATE event SET roster_count = roster_count + 1 WHERE id = ?", enrolment.event)
        try connection.forEach(
            """
            SELECT session, status FROM attendance
            WHERE enrolment = ? AND session IN (SELECT id FROM session WHERE event = ?)
            """, enrolment.id, enrolment.event
        ) { row in
            count(-1, try row[1], true, try row[0])
            count(1, try row[1], false, try row[0])
        }
    }
}
