internal import Attendance
internal import Crypto
internal import GRDBSQLite

extension Transaction {
    /// Appends an entry and returns its seq.
    @discardableResult
    func append(_ entry: LedgerEntry) throws -> Int64 {
        guard let seq = try appendIfNew(entry) else { throw StoreError.nonceReused }
        return seq
    }

    /// Appends an entry and returns its seq; nil if its nonce came before.
    func appendIfNew(_ entry: LedgerEntry) throws -> Int64? {
        let boot = try bootSeq(entry)
        let seq = state.head.entries + 1
        guard try appendIfNew(entry, boot: boot ?? seq) else { return nil }
        if let note = entry.note { try keep(note, seq: seq) }
        try noteUnsealed(entry)
        try noteChangeOfPeople(entry)
        return seq
    }

    /// Appends a record as it stands; false if its nonce came before.
    func appendIfNew(_ record: some LedgerRecord, boot: Int64) throws -> Bool {
        let seq = state.head.entries + 1
        encoder.start(seq: seq)
        record.write(boot: boot, to: &encoder)
        let hash = encoder.hash(after: state.head.bytes)
        guard try insert(record, seq: seq, boot: boot, hash: hash) else { return false }
        state.head = LedgerHead(entries: seq, bytes: hash)
        return true
    }

    /// The seq of the entry that names this boot, which is appended first where it is missing; nil for that one.
    private func bootSeq(_ entry: LedgerEntry) throws -> Int64? {
        entry.kind == .boot ? nil : try seq(ofBoot: entry.now.boot)
    }

    /// The seq of the entry that names a boot of this or another box, which is appended where it is missing.
    func seq(ofBoot id: String) throws -> Int64 {
        if let seq = state.timeline.seq(ofBoot: id) { return seq }
        var boot = LedgerEntry(.boot, actor: .system, in: self)
        boot.detail = id
        let seq = try append(boot)
        state.timeline.add(boot: id, seq: seq)
        return seq
    }

    private func insert(_ record: some LedgerRecord, seq: Int64, boot: Int64, hash: [UInt8]) throws -> Bool {
        let statement = try connection.prepared(Self.insertion)
        defer { sqlite3_reset(statement) }
        var binder = ColumnBinder(statement)
        binder.add(seq)
        record.write(boot: boot, to: &binder)
        binder.add(hash)
        while try connection.step(statement) {}
        return connection.changes == 1
    }

    private static let insertion = """
        INSERT INTO ledger (seq, \(LedgerEntry.columnNames), hash)
        VALUES (\(Array(repeating: "?", count: Int(LedgerEntry.columnCount) + 2).joined(separator: ", ")))
        ON CONFLICT (nonce) DO NOTHING
        """

    private func keep(_ note: Note, seq: Int64) throws {
        try connection.run("INSERT INTO note (seq, salt, text) VALUES (?, ?, ?)", seq, note.salt, note.text)
    }
}
