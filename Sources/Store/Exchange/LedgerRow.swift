internal import Attendance
internal import Crypto
internal import Exchange
internal import FoundationEssentials

/// One row of the ledger with what its seqs stand for.
struct LedgerRow {
    let line: LedgerLine
    /// The ledger it was first written into; nil for this one.
    let origin: LedgerOrigin?

    /// The columns that ``init(_:_:)`` reads.
    static let selection = """
        SELECT seq, \(LedgerEntry.columnNames), hash,
            (SELECT a.id FROM ledger AS a WHERE a.seq = ledger.about), merged_entry.box, merged_entry.box_seq
        FROM ledger LEFT JOIN merged_entry USING (seq)
        """

    init(_ row: ResultRow, _ timeline: Timeline) throws {
        let boot: Int64 = try row[16]
        var line = LedgerLine(
            seq: try row[0], id: try row[1], kind: try row[2], boot: boot, bootMilliseconds: try row[17],
            wallMilliseconds: try row[18], actor: try row[27], hash: Hex.encode(try row[31] as [UInt8]),
            bootID: timeline.boot(seq: boot) ?? "")
        try Self.readSubjects(row, into: &line)
        try Self.readPresentation(row, into: &line)
        try Self.readTimes(row, into: &line)
        if let box: String = try row[33], let seq: Int64 = try row[34] {
            origin = LedgerOrigin(box: box, seq: seq)
        } else {
            origin = nil
        }
        self.line = line
    }

    private static func readSubjects(_ row: ResultRow, into line: inout LedgerLine) throws {
        (line.event, line.session, line.enrolment) = (try row[3], try row[4], try row[5])
        (line.subject, line.about) = (try row[6], try row[7])
        line.nonce = (try row[8] as [UInt8]?).map { Hex.encode($0) }
        line.staff = (try row[28] as UUID?)?.text
        line.station = (try row[29] as UUID?)?.text
        line.noteHash = (try row[30] as [UInt8]?).map { Hex.encode($0) }
        line.aboutID = try row[32]
    }

    private static func readPresentation(_ row: ResultRow, into line: inout LedgerLine) throws {
        (line.outcome, line.direction, line.flags) = (try row[9], try row[10], try row[11])
        (line.presented, line.digits, line.length) = (try row[12], try row[13], try row[14])
        (line.status, line.number) = (try row[15], try row[23])
        (line.gate, line.method, line.detail) = (try row[24], try row[25], try row[26])
    }

    private static func readTimes(_ row: ResultRow, into line: inout LedgerLine) throws {
        (line.occurredMilliseconds, line.sentMilliseconds) = (try row[19], try row[20])
        (line.trueMilliseconds, line.uncertaintyMilliseconds) = (try row[21], try row[22])
    }
}
