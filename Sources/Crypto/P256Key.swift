internal import COpenSSL

/// A secret key on the curve P-256 (NIST SP 800-186), the one that every browser can seal to.
package struct P256Key: Sendable {
    private let scalar: [UInt8]
    /// The point to seal to, uncompressed: 4, x, y (SEC 1, 65 bytes).
    package let publicKey: [UInt8]

    static let publicKeyLength = 65

    /// The key that follows from 32 secret bytes, always the same one.
    ///
    /// - Throws: `CryptoError.outOfMemory`.
    package init(seed: [UInt8]) throws(CryptoError) {
        var round: UInt8 = 0
        while true {
            // One of four thousand million hashes is no scalar of the curve; the next one is.
            let scalar = HMAC.sha256(Array("P-256 key".utf8) + [round], key: seed)
            if let point = try P256Curve().multiplied(scalar, nil) {
                (self.scalar, publicKey) = (scalar, point)
                return
            }
            round &+= 1
        }
    }

    /// The x of the point that this key and the other one agree on; a key must be derived from it before use.
    ///
    /// - Throws: `CryptoError.unusablePublicKey` for bytes that are no point of the curve.
    func sharedSecret(with point: [UInt8]) throws(CryptoError) -> [UInt8] {
        guard let shared = try P256Curve().multiplied(scalar, point) else { throw .unusablePublicKey }
        return Array(shared[1...32])
    }
}
