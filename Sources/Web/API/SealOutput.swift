import Store

/// The closing hash of a session's ledger.
struct SealOutput: Encodable {
    let number: Int
    let seq: Int64
    let hash: String

    init(_ seal: Seal) {
        (number, seq, hash) = (seal.number, seal.seq, seal.hash)
    }
}
