internal import Attendance
internal import Crypto

/// Makes the attendance again from the ledger.
package struct Rebuild: Command {
    package init() {}

    /// What was made.
    package struct Answer: Hashable, Sendable {
        /// Rows of attendance.
        package let rows: Int
        /// Whether it is, byte for byte, what was there before.
        package let isUnchanged: Bool
    }

    package func execute(in transaction: Transaction) throws -> Answer {
        let connection = transaction.connection
        let before = try connection.attendanceDigest()
        try connection.joinAgain()
        try connection.run("DELETE FROM passage")
        try connection.run("DELETE FROM attendance")
        try connection.run("DELETE FROM tally")
        transaction.state.tally = [:]
        let presences = try Replay(transaction.connection, transaction.state.timeline).presences
        for presence in presences {
            guard let holder = try Holder.of(presence.enrolment, connection) else { continue }
            for passage in presence.passages {
                try connection.insert(passage, of: presence.enrolment, in: presence.session)
            }
            try transaction.update(
                presence, isWalkIn: holder.person.isWalkIn, in: transaction.session(presence.session))
        }
        try transaction.writeTally()
        return Answer(rows: presences.count, isUnchanged: before == (try connection.attendanceDigest()))
    }
}

extension Connection {
    /// What follows from the ledger. How entries of several boxes were ranked is not asked, only what came of it.
    private static let derived = [
        "session, enrolment, seq, scan, direction, at, gate FROM passage",
        """
        session, enrolment, status, first_entry_at, last_exit_at, minutes_present, left_early, mark_status, mark_seq
        FROM attendance
        """,
        "* FROM tally WHERE number <> 0",
        "id, same_as FROM enrolment WHERE same_as IS NOT NULL",
    ]

    /// Who turned out to be the same person, as the ledger tells it.
    fileprivate func joinAgain() throws {
        let pairs = try all(
            "SELECT enrolment, subject FROM ledger WHERE kind = 'same_person' AND kind <> 'redeem' ORDER BY seq"
        ) { (alias: try $0[0] as ID<Enrolment>, root: try $0[1] as ID<Enrolment>) }
        try run("UPDATE enrolment SET same_as = NULL WHERE same_as IS NOT NULL")
        for pair in pairs { try join(pair.alias, to: pair.root) }
    }

    /// A hash of every row that follows from the ledger.
    fileprivate func attendanceDigest() throws -> [UInt8] {
        var hash = BLAKE2b256()
        for table in Self.derived {
            try forEach("SELECT " + table) { hash.update($0.canonicalBytes) }
        }
        return hash.finish()
    }
}
