internal import Attendance
internal import Exchange

/// One event's part of the ledger, read once from its beginning.
struct LedgerExtract {
    private let event: EventRecord
    private let sessions: Set<ID<Session>>
    private let timeline: Timeline
    private let names: BoxNames
    private let box: String
    /// Entries up to this one went out before.
    private let after: Int64
    private(set) var items: [LedgerItem] = []
    private(set) var previousHash = LedgerChain.noHash
    private var trail: StatementTrail
    private var others: LedgerItem.Others?

    /// Reads the ledger as this connection sees it.
    init(
        _ event: EventRecord, _ people: [PersonRecord], after: Int64, through last: Int64, box: String,
        _ connection: Connection
    ) throws {
        (self.event, self.after, self.box) = (event, after, box)
        sessions = Set(event.sessions.map(\.id))
        (timeline, names) = (try Timeline(connection), try BoxNames(connection))
        trail = StatementTrail(event: event, people: people)
        try readEarlier(connection)
        trail.beginRange()
        let range = " WHERE seq > ? AND seq <= ? ORDER BY seq"
        try connection.forEach(LedgerRow.selection + range, after, last) { try take($0) }
        closeOthers()
    }

    /// What the range says.
    var statements: [XAPIStatement] { trail.finish() }

    /// What went out before, only to know what was said then.
    private mutating func readEarlier(_ connection: Connection) throws {
        let known = try connection.first("SELECT hash FROM ledger WHERE seq = ?", after) { try $0[0] as [UInt8] }
        guard let known else { return }
        previousHash = LedgerHead(entries: after, bytes: known).hash
        try connection.forEach(
            LedgerRow.selection + """
                 WHERE seq <= ? AND (kind = 'clock_anchor' OR session IN (SELECT id FROM session WHERE event = ?)
                    OR (kind = 'same_person' AND event = ?))
                ORDER BY seq
                """, after, event.id, event.id
        ) { trail.take(try line($0), box: box) }
    }

    private mutating func take(_ row: ResultRow) throws {
        let line = try line(row)
        guard concernsEvent(line) else { return skip(line) }
        closeOthers()
        items.append(.entry(line))
        trail.take(line, box: box)
    }

    private func line(_ row: ResultRow) throws -> LedgerLine {
        let row = try LedgerRow(row, timeline)
        var line = row.line
        let name = names.box(at: line.seq)
        line.origin = row.origin ?? (name == box ? nil : LedgerOrigin(box: name, seq: line.seq))
        return line
    }

    /// Whether it is about this event, or about the box and its clock, by which the scans are dated.
    private func concernsEvent(_ line: LedgerLine) -> Bool {
        if let session = line.session { return sessions.contains(session) }
        if let event = line.event { return event == self.event.id }
        return ["created", "restored", "boot", "clock_anchor"].contains(line.kind)
    }

    private mutating func skip(_ line: LedgerLine) {
        others = LedgerItem.Others(first: others?.first ?? line.seq, last: line.seq, hash: line.hash)
    }

    private mutating func closeOthers() {
        if let others { items.append(.others(others)) }
        others = nil
    }
}
