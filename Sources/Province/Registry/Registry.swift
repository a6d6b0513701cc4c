package import Attendance
package import Crypto

/// Who may deliver and who may read: a small file in the data folder, so that whoever can write the database still
/// cannot let a box in.
package struct Registry: Codable, Sendable, Equatable {
    package private(set) var boxes: [RegisteredBox] = []
    package private(set) var tokens: [RegisteredToken] = []
    /// Where boxes find this province; nil before it was said.
    package var address: PublicAddress?

    /// The box with this key, registered last; it may be revoked.
    package func box(_ key: MinisignPublicKey) -> RegisteredBox? {
        boxes.last { $0.has(key) }
    }

    /// The name of the token's owner; nil for an unknown or revoked one.
    package func owner(ofToken token: String) -> String? {
        let hash = Registry.hash(token)
        return tokens.first { $0.hash == hash && !$0.isRevoked }?.name
    }

    /// Registers a box.
    ///
    /// - Throws: ``ProvinceError``, if an active box has the name or the key.
    package mutating func addBox(_ name: String, key: MinisignPublicKey, at now: Timestamp) throws(ProvinceError) {
        guard !boxes.contains(where: { $0.name == name && !$0.isRevoked }) else { throw .nameTaken(name) }
        if let known = box(key), !known.isRevoked { throw .keyTaken(known.name) }
        boxes.append(RegisteredBox(name: name, key: key.line, addedAt: now.rfc3339()))
    }

    /// Refuses a box from now on; what it delivered stays.
    package mutating func revokeBox(_ name: String, at now: Timestamp) throws(ProvinceError) {
        guard let index = boxes.firstIndex(where: { $0.name == name && !$0.isRevoked }) else {
            throw .unknownName(name)
        }
        boxes[index].revokedAt = now.rfc3339()
    }

    /// Makes a token, which is shown this once.
    package mutating func addToken(_ name: String, at now: Timestamp) throws(ProvinceError) -> String {
        guard !tokens.contains(where: { $0.name == name && !$0.isRevoked }) else { throw .nameTaken(name) }
        let token = Base64.url.encode(Random.bytes(32))
        tokens.append(RegisteredToken(name: name, hash: Registry.hash(token), addedAt: now.rfc3339()))
        return token
    }

    /// Ends a token at once, and with it the pages that were opened with it.
    package mutating func revokeToken(_ name: String, at now: Timestamp) throws(ProvinceError) {
        guard let index = tokens.firstIndex(where: { $0.name == name && !$0.isRevoked }) else {
            throw .unknownName(name)
        }
        tokens[index].revokedAt = now.rfc3339()
    }

    private static func hash(_ token: String) -> String {
        Hex.encode(SHA256.hash(Array(token.utf8)))
    }
}
