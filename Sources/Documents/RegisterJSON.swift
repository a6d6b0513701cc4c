internal import FoundationEssentials
package import Attendance

/// The register as one JSON document of schema `register/1`; keys are in snake case, times have their offset.
package enum RegisterJSON {
    /// Throws what the encoder throws, which no register makes it do.
    package static func bytes(_ register: Register) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(Document(register)))
    }

    private struct Document: Encodable {
        let schema = "register/1"
        let event: Event
        let sessions: [Session]
        let participants: [RegisterPerson]
        let scans: [RegisterScan]
        let ledgerHead: String

        init(_ register: Register) {
            event = Event(register.event)
            sessions = zip(register.event.sessions, register.counts).map {
                Session(
                    $0, register.notHeld.contains($0.id) ? nil : $1,
                    offset: register.event.definition.utcOffsetMinutes)
            }
            (participants, scans, ledgerHead) = (register.people, register.scanRecords, register.ledgerHead)
        }
    }

    private struct Event: Encodable {
        let id: String
        let number: String
        let name: String
        let kind: String
        let programme: String?
        let organiser: String?
        let venue: String?
        let commune: String?

        init(_ event: Attendance.Event) {
            let definition = event.definition
            (id, name, kind) = (event.id.description, definition.name, definition.kind.rawValue)
            number = String(String(1_000_000 + event.number).dropFirst())
            (programme, organiser) = (definition.programme, definition.organiser?.name)
            (venue, commune) = (definition.venue, definition.commune)
        }
    }

    private struct Session: Encodable {
        let id: String
        let key: String?
        let title: String
        let startsAt: String
        let endsAt: String
        let state: String
        /// Nil for a session that was not held.
        let counts: AttendanceCounts?

        init(_ session: Attendance.Session, _ counts: AttendanceCounts?, offset: Int) {
            let definition = session.definition
            (id, key, title) = (session.id.description, definition.key, definition.title)
            startsAt = definition.startsAt.rfc3339(offsetMinutes: offset)
            endsAt = definition.endsAt.rfc3339(offsetMinutes: offset)
            (state, self.counts) = (session.state.name, counts)
        }
    }
}
