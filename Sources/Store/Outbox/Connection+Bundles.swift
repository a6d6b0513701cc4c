internal import Attendance

extension Connection {
    private static let columns = """
        SELECT id, name, event, first_seq, last_seq, size, sha256, made_at, state, carrier, attempts, problem,
            accepted, duplicate, refused, receipted_at, sealed_to
        FROM bundle
        """

    /// A bundle that a box made; nil for an unknown one.
    func bundle(_ id: ID<OutboxBundle>, of box: String) throws -> OutboxBundle? {
        try first(Self.columns + " WHERE id = ? AND box = ?", id, box, read: OutboxBundle.init)
    }

    /// The bundles that a box made, the oldest first.
    func bundles(of box: String) throws -> [OutboxBundle] {
        try all(Self.columns + " WHERE box = ? ORDER BY last_seq, event", box, read: OutboxBundle.init)
    }

    /// The last entry that the bundles a box made of an event cover; 0 before the first.
    func lastBundled(of event: ID<Event>, box: String) throws -> Int64 {
        try first(
            "SELECT last_seq FROM bundle WHERE box = ? AND event = ? ORDER BY last_seq DESC LIMIT 1", box, event
        ) { try $0[0] } ?? 0
    }

    /// Adds a bundle.
    func insert(_ bundle: OutboxBundle, box: String) throws {
        try run(
            """
            INSERT INTO bundle (id, name, box, event, first_seq, last_seq, size, sha256, made_at, state, attempts,
                sealed_to)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
            """,
            bundle.id, bundle.name, box, bundle.event, bundle.range.lowerBound, bundle.range.upperBound, bundle.size,
            bundle.hash, bundle.madeAt, bundle.state, bundle.sealedTo)
    }

    /// Writes what a bundle's file is now.
    func updateFile(_ bundle: OutboxBundle) throws {
        try run(
            "UPDATE bundle SET size = ?, sha256 = ?, made_at = ?, sealed_to = ? WHERE id = ?", bundle.size, bundle.hash,
            bundle.madeAt, bundle.sealedTo, bundle.id)
    }

    /// Writes how far a bundle has come.
    func update(_ bundle: OutboxBundle) throws {
        try run(
            """
            UPDATE bundle SET state = ?, carrier = ?, attempts = ?, problem = ?, accepted = ?, duplicate = ?,
                refused = ?, receipted_at = ?
            WHERE id = ?
            """,
            bundle.state, bundle.carrier, bundle.attempts, bundle.problem, bundle.receipt?.accepted,
            bundle.receipt?.duplicate, bundle.receipt?.refused, bundle.receipt?.receivedAt, bundle.id)
    }
}

extension OutboxBundle {
    fileprivate init(_ row: ResultRow) throws {
        let (first, last) = (try row[3] as Int64, try row[4] as Int64)
        guard first <= last else { throw StoreError.corrupt("bundle.last_seq") }
        self.init(
            id: try row[0], name: try row[1], event: try row[2], range: first...last, size: try row[5],
            hash: try row[6], madeAt: try row[7], sealedTo: try row[16])
        (state, carrier, attempts, problem) = (try row[8], try row[9], try row[10], try row[11])
        guard let receivedAt = try row[15] as Timestamp? else { return }
        receipt = ReceiptCounts(
            accepted: try row[12], duplicate: try row[13], refused: try row[14], receivedAt: receivedAt)
    }
}

extension OutboxBundle.State: SQLConvertible {}
extension OutboxBundle.Carrier: SQLConvertible {}
