internal import Attendance
internal import Crypto
internal import Foundation

extension Transaction {
    /// The event that the same request has made before.
    ///
    /// - Throws: `.nonceReused` if the key came with anything else.
    func eventRequest(_ command: CreateEvent) throws -> Event? {
        guard let key = command.idempotencyKey else { return nil }
        let earlier = try connection.first(
            "SELECT content_hash, event FROM event_request WHERE nonce = ?", Nonce.bytes(key)
        ) { (content: try $0[0] as [UInt8], event: try $0[1] as ID<Event>) }
        guard let earlier else { return nil }
        guard earlier.content == keys.requestHash(try command.content) else { throw StoreError.nonceReused }
        return try connection.event(earlier.event)
    }

    /// Remembers a request that was done.
    func keepRequest(_ command: CreateEvent, _ event: ID<Event>) throws {
        guard let key = command.idempotencyKey else { return }
        try connection.run(
            "INSERT INTO event_request (nonce, content_hash, event) VALUES (?, ?, ?)", Nonce.bytes(key),
            keys.requestHash(try command.content), event)
    }
}

extension CreateEvent {
    /// Everything that a repetition must have in common.
    fileprivate var content: [UInt8] {
        get throws {
            let json = JSONEncoder()
            json.outputFormatting = .sortedKeys
            var encoder = CanonicalEncoder()
            encoder.add([UInt8](try json.encode(definition)))
            for session in sessions {
                encoder.add(session.key)
                encoder.add(session.title)
                for number in [session.startsAt.milliseconds, session.endsAt.milliseconds] { encoder.add(number) }
                for minutes in [session.lateAfterMinutes, session.opensBeforeMinutes, session.earlyLeaveMinutes] {
                    encoder.add(minutes.map { Int64($0) })
                }
            }
            return encoder.bytes
        }
    }
}
