package import Crypto

/// A box that may deliver, as the registry knows it.
package struct RegisteredBox: Codable, Sendable, Equatable {
    package let name: String
    /// Its minisign public key, one line.
    package let key: String
    /// RFC 3339.
    package let addedAt: String
    package var revokedAt: String?

    enum CodingKeys: String, CodingKey {
        case name, key
        case addedAt = "added_at"
        case revokedAt = "revoked_at"
    }

    package var isRevoked: Bool { revokedAt != nil }

    /// Whether it is the box with this key; the eight bytes that only tell keys apart do not count.
    package func has(_ key: MinisignPublicKey) -> Bool {
        (try? MinisignPublicKey(text: self.key))?.key == key.key
    }
}
