internal import Attendance
internal import Crypto

/// What an event's badges and secrets need.
struct EventKey {
    let number: Int
    /// 32 bytes.
    let bytes: [UInt8]

    /// Whether the badge was made with this key.
    func isGenuine(_ badge: Badge) -> Bool {
        badge.isGenuine { HMAC.sha256($0, key: bytes) }
    }

    /// The badge of a code.
    func badge(_ code: Code) -> Badge {
        Badge(eventNumber: number, code: code) { HMAC.sha256($0, key: bytes) }
    }

    /// Encrypts a citizen number for this event's papers; it opens for the same enrolment only.
    func seal(citizenNumber: String, of enrolment: ID<Enrolment>) throws -> [UInt8] {
        try SecretBox(key: citizenKey).seal(Array(citizenNumber.utf8), context: Array(enrolment.description.utf8))
    }

    /// A citizen number that ``seal(citizenNumber:of:)`` has encrypted.
    func citizenNumber(_ sealed: [UInt8], of enrolment: ID<Enrolment>) throws -> String {
        let bytes = try SecretBox(key: citizenKey).open(sealed, context: Array(enrolment.description.utf8))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The keyed hash by which another box of the event finds the same person; nobody without the key can try numbers.
    func numberHash(_ number: String) -> [UInt8] {
        HMAC.sha256(Array(number.utf8), key: HMAC.sha256(Array("same people".utf8), key: bytes))
    }

    /// Shows another box of the event that who signs with this public key holds the event's key.
    func proof(box: String, publicKey: String) -> String {
        let key = HMAC.sha256(Array("signers of bundles".utf8), key: bytes)
        return Hex.encode(HMAC.sha256(Array("\(box)\n\(publicKey)".utf8), key: key))
    }

    private var citizenKey: [UInt8] { HMAC.sha256(Array("citizen numbers".utf8), key: bytes) }
}

extension Connection {
    /// An event's number and key; nil for an unknown event.
    func eventKey(_ event: ID<Event>, keys: BoxKeys) throws -> EventKey? {
        try first("SELECT number, sealed_key FROM event WHERE id = ?", event) {
            EventKey(number: try $0[0], bytes: try keys.openedEventKey(try $0[1]))
        }
    }

    /// The event with this number on this box.
    func event(number: Int) throws -> ID<Event>? {
        try first("SELECT id FROM event WHERE number = ?", number) { try $0[0] }
    }
}

extension Transaction {
    /// An event's number and key.
    func eventKey(_ event: ID<Event>) throws -> EventKey {
        if let key = state.events[event] { return key }
        guard let key = try connection.eventKey(event, keys: keys) else { throw StoreError.notFound(.event) }
        state.events[event] = key
        return key
    }
}
