internal import Attendance

extension Connection {
    /// Whether an entry with this mark is kept for the organiser.
    func isFlagged(_ nonce: [UInt8]) throws -> Bool {
        try first("SELECT 1 FROM queue_conflict WHERE nonce = ?", nonce) { _ in true } ?? false
    }

    /// Keeps an entry for the organiser; what is kept already stays. `awaits` is the mark of the scan that is to be annulled
    /// when it comes.
    func keep(
        _ reason: FlagReason, nonce: [UInt8], seq: Int64, sealed: [UInt8]?, awaits: [UInt8]? = nil
    ) throws {
        try run(
            """
            INSERT INTO queue_conflict (nonce, reason, seq, sealed, awaits) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """, nonce, reason.name, seq, sealed, awaits)
    }

    /// Whether a member of staff was lent the roster of one of the event's sessions.
    func hasBorrowedRoster(_ staff: ID<StaffMember>, of event: ID<Event>) throws -> Bool {
        try first(
            """
            SELECT 1 FROM ledger JOIN session ON session.id = ledger.session
            WHERE kind = 'roster_lent' AND kind <> 'redeem' AND staff = ? AND session.event = ? LIMIT 1
            """, staff, event
        ) { _ in true } ?? false
    }

    /// How many entries of a device could not be used and were looked at by nobody.
    func openUnusable(of station: ID<Station>?) throws -> Int64 {
        try first(
            """
            SELECT count(*) FROM queue_conflict AS c JOIN ledger ON ledger.seq = c.seq
            WHERE c.reviewed IS NULL AND c.sealed IS NOT NULL AND ledger.station IS ?
            """, station
        ) { try $0[0] } ?? 0
    }

    /// What was kept and nobody has looked at, the oldest first; of one device, or of all.
    func openConflicts(of station: ID<Station>?, _ timeline: Timeline) throws -> [QueueConflict] {
        let condition = station == nil ? "" : " AND ledger.station = ?"
        let sql = QueueConflict.selection + " WHERE c.reviewed IS NULL" + condition + " ORDER BY c.seq"
        guard let station else { return try all(sql) { try QueueConflict($0, timeline) } }
        return try all(sql, station) { try QueueConflict($0, timeline) }
    }
}
