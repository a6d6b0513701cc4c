/// A bundle that was taken, and what an officer should know of it.
struct DeliveredBundle: Encodable, Sendable {
    let name: String
    /// The name the box was registered under when it was last seen.
    let box: String
    let event: String
    let accepted: Int
    let duplicate: Int
    let refused: Int
    /// Such as a forked ledger; nil where there is nothing.
    let finding: String?
    /// Why lines were not taken, each reason once.
    let reasons: [String]
    /// RFC 3339.
    let receivedAt: String

    enum CodingKeys: String, CodingKey {
        case name, box, event, accepted, duplicate, refused, finding, reasons
        case receivedAt = "received_at"
    }

    /// The newest ones, the newest first.
    static func newest(_ limit: Int, in database: Database) throws -> [DeliveredBundle] {
        try database.use { connection in
            try connection.all(
                """
                SELECT bundle.name, box.name, event.name, accepted, duplicate, refused, finding,
                    (SELECT string_agg(DISTINCT reason, ' ' ORDER BY reason) FROM province.refusal
                        WHERE refusal.bundle = bundle.id),
                    to_char(received_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                FROM province.bundle JOIN province.box ON box.id = bundle.box
                JOIN province.event ON event.id = bundle.event ORDER BY bundle.id DESC LIMIT $1
                """, limit
            ) { row in
                DeliveredBundle(
                    name: try row[0], box: try row[1], event: try row[2], accepted: try row[3], duplicate: try row[4],
                    refused: try row[5], finding: try row[6],
                    reasons: (try row[7] as String?)?.split(separator: " ").map(String.init) ?? [],
                    receivedAt: try row[8])
            }
        }
    }
}
