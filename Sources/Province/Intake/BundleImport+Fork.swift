internal import Attendance
internal import Crypto
internal import Exchange

extension BundleImport {
    /// What an officer should know of the bundle; nil where there is nothing.
    func finding() throws -> String? {
        let counts = [
            (bundle.unusableLines.count, "lines of the ledger could not be used"),
            (bundle.unusablePeople.count, "people could not be read"),
        ]
        let findings = [try fork(), try change()] + counts.map { $0 > 0 ? "\($0) \($1)" : nil }
        let found = findings.compactMap(\.self)
        return found.isEmpty ? nil : found.joined(separator: "; ")
    }

    /// Says that the box's chain is not the one that it delivered before; nil where nothing speaks against it.
    ///
    /// Bundles may arrive in any order and leave gaps: only where two of them speak of the same entry can they differ.
    /// A box that was restored has a new key and id and begins a ledger of its own, so this is a copied or changed one.
    private func fork() throws -> String? {
        let points = try knownPoints()
        var seen = [manifest.ledger.first - 1: manifest.ledger.previousHash]
        for item in bundle.ledger {
            switch item {
            case .entry(let line): seen[line.seq] = line.hash
            case .others(let others): seen[others.last] = others.hash
            }
        }
        let differing = points.filter { point in seen[point.seq].map { $0 != point.hash } ?? false }
        return differing.map(\.seq).min().map { "ledger forked at or before entry \($0)" }
    }

    /// Says that the bundle words an event differently which another box delivered first; nil where it does not, or where
    /// its word does not stand.
    ///
    /// A box that was restored may do so; whether it was meant is for an officer to know. The box that made the event may
    /// always put right what one that was given it has said before.
    private func change() throws -> String? {
        let definition = bundle.event.definition
        return try connection.first(
            """
            SELECT event.name FROM province.event LEFT JOIN province.bundle AS standing ON standing.id = event.bundle
            WHERE event.id = $1 AND (event.name, event.programme) IS DISTINCT FROM ($2, $3)
                AND coalesce(standing.rank < $5 AND left(standing.rank, 1) = left($5, 1), true)
                AND (SELECT bundle.box FROM province.bundle WHERE bundle.event = $1 ORDER BY bundle.id LIMIT 1) <> $4
            """, bundle.event.id, definition.name, definition.programme, box, bundle.rank
        ) { "changes the event of another box, which called it “\(try $0[0] as String)”" }
    }

    private struct Point {
        let seq: Int64
        let hash: String
    }

    /// The ends of earlier bundles of the same box that lie in this one's range.
    private func knownPoints() throws -> [Point] {
        try connection.all(
            """
            SELECT last_seq, last_hash FROM province.bundle WHERE box = $1 AND last_seq BETWEEN $2::bigint - 1 AND $3
            UNION
            SELECT first_seq - 1, previous_hash FROM province.bundle
            WHERE box = $1 AND first_seq BETWEEN $2 AND $3::bigint + 1
            """, box, manifest.ledger.first, manifest.ledger.last
        ) { Point(seq: try $0[0], hash: Hex.encode(try $0[1] as [UInt8])) }
    }
}
