internal import Crypto

/// An entry whose hash does not follow from its content and the entry before it.
struct BrokenEntry {
    let seq: Int64
    /// The canonical bytes; the first nine are the seq.
    let content: [UInt8]
    /// The hash of the entry before it.
    let previous: [UInt8]
    let hash: [UInt8]

    /// More broken entries than this are not compared with each other: the ledger was rewritten.
    private static let comparable = 16

    /// The seq as which the entry was appended, if it changed places with another broken one.
    func origin(among broken: [BrokenEntry]) -> Int64? {
        guard broken.count <= Self.comparable else { return nil }
        let hashes = broken.map(\.previous) + broken.map(\.hash)
        return broken.map(\.seq).first { origin in
            origin != seq && hashes.contains { isAuthentic(as: origin, after: $0) }
        }
    }

    private func isAuthentic(as origin: Int64, after previous: [UInt8]) -> Bool {
        var encoder = CanonicalEncoder()
        encoder.start(seq: origin)
        return BLAKE2b256.hash(previous, encoder.bytes, Array(content.dropFirst(encoder.bytes.count))) == hash
    }
}
