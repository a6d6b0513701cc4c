internal import Crypto

/// The box's own secrets, kept in files beside the database and never in it.
struct BoxKeys: Sendable {
    /// 32 bytes from which every other secret of this box's data is derived.
    let boxKey: [UInt8]
    /// Signs what leaves the box; every box and every restored copy has its own.
    let signingKey: SigningKey
    /// Opens what desks sealed while the box was away.
    let queueKey: P256Key
    private let eventKeyBox: SecretBox
    private let hashKey: [UInt8]
    private let requestKey: [UInt8]

    init(boxKey: [UInt8], signingKey: SigningKey) throws {
        (self.boxKey, self.signingKey) = (boxKey, signingKey)
        eventKeyBox = try SecretBox(key: HMAC.sha256(Array("event keys".utf8), key: boxKey))
        queueKey = try P256Key(seed: HMAC.sha256(Array("desk queue".utf8), key: boxKey))
        hashKey = HMAC.sha256(Array("citizen numbers".utf8), key: boxKey)
        requestKey = HMAC.sha256(Array("requests".utf8), key: boxKey)
    }

    /// New random keys.
    static func make() throws -> BoxKeys {
        try BoxKeys(boxKey: Random.bytes(32), signingKey: SigningKey())
    }

    /// Eight digits by which the files of this box are told from those of another one, or of what it was before it was restored.
    var tag: String { Hex.encode(Array(signingKey.verifyingKey.bytes.prefix(4))) }

    /// What the database keeps to notice the wrong key.
    var check: [UInt8] { BLAKE2b256.hash(Array("diemdanh box key".utf8), boxKey) }

    /// The keyed hash by which the same person is found again.
    func citizenHash(_ number: String) -> [UInt8] { HMAC.sha256(Array(number.utf8), key: hashKey) }

    /// The keyed hash by which a repeated request is known; what it asks for cannot be found from it.
    func requestHash(_ content: [UInt8]) -> [UInt8] { HMAC.sha256(content, key: requestKey) }

    /// An event's key as the database keeps it.
    func sealed(eventKey: [UInt8]) -> [UInt8] { eventKeyBox.seal(eventKey) }

    /// An event's key from the database.
    func openedEventKey(_ sealed: [UInt8]) throws -> [UInt8] { try eventKeyBox.open(sealed) }
}
