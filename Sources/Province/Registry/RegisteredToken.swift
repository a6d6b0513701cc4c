/// A token by which a person or a program is known; only its hash is kept.
package struct RegisteredToken: Codable, Sendable, Equatable {
    package let name: String
    /// SHA-256 of the token, hexadecimal.
    package let hash: String
    /// RFC 3339.
    package let addedAt: String
    package var revokedAt: String?

    enum CodingKeys: String, CodingKey {
        case name, hash
        case addedAt = "added_at"
        case revokedAt = "revoked_at"
    }

    package var isRevoked: Bool { revokedAt != nil }
}
