/// The payload of an age file: chunks of 64 KiB, each sealed under its own number (STREAM of Hoang, Reyhanitabar,
/// Rogaway and Vizár), the last one marked so that a cut is noticed.
struct AgeChunks {
    /// Bytes of message in every chunk but the last.
    static let length = 65_536
    /// Bytes of a sealed chunk but the last.
    static let sealedLength = length + ChaChaPoly.tagLength
    /// Bytes between header and chunks that make the payload's key unlike any other.
    static let nonceLength = 16

    private let key: [UInt8]
    private var number: UInt64 = 0

    init(fileKey: [UInt8], nonce: [UInt8]) {
        key = HKDF.sha256(fileKey, salt: nonce, info: "payload")
    }

    mutating func seal(_ chunk: [UInt8], isLast: Bool) -> [UInt8] {
        ChaChaPoly.seal(chunk, key: key, nonce: nextNonce(isLast: isLast))
    }

    /// The next chunk opened.
    ///
    /// - Throws: `AgeError.notAuthentic`, also for an empty last chunk behind others, which age never writes.
    mutating func open(_ sealed: [UInt8], isLast: Bool) throws(AgeError) -> [UInt8] {
        let isFirst = number == 0
        let chunk = ChaChaPoly.open(sealed, key: key, nonce: nextNonce(isLast: isLast))
        guard let chunk, isFirst || !chunk.isEmpty else { throw .notAuthentic }
        return chunk
    }

    /// Eleven bytes of number, big end first, and the mark of the last chunk.
    private mutating func nextNonce(isLast: Bool) -> [UInt8] {
        defer { number += 1 }
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
        return [0, 0, 0] + bytes + [isLast ? 1 : 0]
    }
}
