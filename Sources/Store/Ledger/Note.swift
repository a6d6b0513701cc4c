internal import Crypto

/// A reason in words: kept apart from the ledger, so that it can be erased and the chain stays whole.
struct Note {
    let text: String
    let salt: [UInt8]
    /// What the ledger keeps.
    let hash: [UInt8]

    init(_ text: String, salt: [UInt8] = Random.bytes(16)) {
        (self.text, self.salt) = (text, salt)
        hash = BLAKE2b256.hash(salt, Array(text.utf8))
    }
}
