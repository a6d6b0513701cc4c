internal import Crypto

/// The end of the ledger's chain: it stands for every entry up to it.
package struct LedgerHead: Hashable, Sendable {
    /// How many entries there are; they are numbered from 1 without gaps.
    package let entries: Int64
    /// The hash of the last one, 32 bytes; zeros where there is none.
    let bytes: [UInt8]

    init(entries: Int64, bytes: [UInt8]) {
        (self.entries, self.bytes) = (entries, bytes)
    }

    /// Hexadecimal, 64 digits.
    package var hash: String { Hex.encode(bytes) }

    /// The head of a ledger without entries.
    static let empty = LedgerHead(entries: 0, bytes: [UInt8](repeating: 0, count: 32))

    /// The head that the last commit wrote.
    init(_ connection: Connection) throws {
        self =
            try connection.first("SELECT seq, hash FROM ledger_head") {
                LedgerHead(entries: try $0[0], bytes: try $0[1])
            } ?? .empty
    }

    /// Keeps the head beside the ledger.
    func write(_ connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO ledger_head VALUES (1, ?, ?)
            ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash WHERE seq <> excluded.seq
            """, entries, bytes)
    }
}
