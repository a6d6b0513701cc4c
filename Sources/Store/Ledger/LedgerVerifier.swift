internal import Crypto

/// Walks the chain from its first entry and names what does not fit.
struct LedgerVerifier {
    private(set) var findings: [Finding] = []
    private var expected: Int64 = 1
    private var previous = LedgerHead.empty.bytes
    private var broken: [BrokenEntry] = []
    private var encoder = CanonicalEncoder()
    private var pendingHeads: [LedgerHead]

    /// `heads`: what somebody has seen earlier, such as a backup's.
    init(heads: [LedgerHead]) {
        pendingHeads = heads.filter { $0.entries > 0 }.sorted { $0.entries > $1.entries }
    }

    /// Looks at the ledger as this connection sees it.
    static func findings(_ connection: Connection, heads: [LedgerHead] = []) throws -> [Finding] {
        var verifier = LedgerVerifier(heads: heads + [try LedgerHead(connection)])
        try connection.forEach("SELECT seq, \(LedgerEntry.columnNames), hash FROM ledger ORDER BY seq") {
            try verifier.check($0)
        }
        verifier.finish()
        return (verifier.findings + (try connection.changedNotes())).sorted { $0.seq < $1.seq }
    }

    private mutating func check(_ row: ResultRow) throws {
        let seq: Int64 = try row[0]
        let hash: [UInt8] = try row[LedgerEntry.columnCount + 1]
        if expected < seq { findings.append(Finding(seq: expected, kind: .missing(through: seq - 1))) }
        // A ledger that somebody made up may have any numbers.
        expected = seq &+ 1
        encode(row, seq: seq)
        if encoder.hash(after: previous) != hash {
            broken.append(BrokenEntry(seq: seq, content: encoder.bytes, previous: previous, hash: hash))
        }
        previous = hash
        compareHead(seq, hash)
    }

    private mutating func compareHead(_ seq: Int64, _ hash: [UInt8]) {
        while let head = pendingHeads.last, head.entries <= seq {
            if head.entries == seq, head.bytes != hash { findings.append(Finding(seq: seq, kind: .replaced)) }
            pendingHeads.removeLast()
        }
    }

    private mutating func finish() {
        findings += Set(pendingHeads.map(\.entries)).map { Finding(seq: $0, kind: .truncated) }
        findings += broken.map { entry in
            let from = entry.origin(among: broken)
            return Finding(seq: entry.seq, kind: from.map { .reordered(from: $0) } ?? .changed)
        }
    }

    /// The bytes of the row as it stands, whatever kinds of values its columns hold now.
    private mutating func encode(_ row: ResultRow, seq: Int64) {
        encoder.start(seq: seq)
        for column in 1...LedgerEntry.columnCount { row.encode(column, to: &encoder) }
    }
}
