internal import Attendance
internal import Foundation
internal import Store

/// What a web address is told of a sealed session: ids, names of the class and figures, nobody's name.
struct WebhookBody: Encodable {
    let type = "session.sealed"
    let box: String
    let event: EventFacts
    let session: SessionFacts
    let seal: SealFacts
    let counts: AttendanceCounts

    init(_ sealed: SealedSession, box: String) {
        self.box = box
        let offset = sealed.event.definition.utcOffsetMinutes
        event = EventFacts(
            id: sealed.event.id.description, number: sealed.event.number, name: sealed.event.definition.name)
        let definition = sealed.session.definition
        session = SessionFacts(
            id: sealed.session.id.description, title: definition.title,
            startsAt: definition.startsAt.rfc3339(offsetMinutes: offset),
            endsAt: definition.endsAt.rfc3339(offsetMinutes: offset))
        seal = SealFacts(number: sealed.seal.number, seq: sealed.seal.seq, hash: sealed.seal.hash)
        counts = sealed.counts
    }

    /// The document: the same bytes for the same facts.
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self))
    }

    struct EventFacts: Encodable {
        let id: String
        let number: Int
        let name: String
    }

    struct SessionFacts: Encodable {
        let id: String
        let title: String
        let startsAt: String
        let endsAt: String
    }

    struct SealFacts: Encodable {
        let number: Int
        let seq: Int64
        let hash: String
    }
}
