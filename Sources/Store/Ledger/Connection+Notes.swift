extension Connection {
    /// The reasons that are no longer the ones the ledger has hashed; an erased reason is no finding.
    func changedNotes() throws -> [Finding] {
        try all(
            "SELECT note.seq, salt, text, note_hash FROM note LEFT JOIN ledger ON ledger.seq = note.seq"
        ) { row -> Finding? in
            let note = Note(try row[2], salt: try row[1])
            return note.hash == (try row[3] as [UInt8]?) ? nil : Finding(seq: try row[0], kind: .noteChanged)
        }.compactMap(\.self)
    }
}
