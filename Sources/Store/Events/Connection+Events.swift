internal import Attendance
internal import Foundation

extension Connection {
    /// Every event, the newest first.
    func events() throws -> [Event] {
        let sessions = Dictionary(grouping: try self.sessions(), by: \.event)
        return try all("SELECT id, number, definition FROM event ORDER BY id DESC") { row in
            try event(row) { sessions[$0] ?? [] }
        }
    }

    /// An event with its sessions; nil for an unknown one.
    func event(_ id: ID<Event>) throws -> Event? {
        try first("SELECT id, number, definition FROM event WHERE id = ?", id) { row in
            try event(row) { try sessions(of: $0) }
        }
    }

    private func event(_ row: ResultRow, sessions: (ID<Event>) throws -> [Session]) throws -> Event {
        let text: String = try row[2]
        let id: ID<Event> = try row[0]
        guard let definition = try? JSONDecoder().decode(EventDefinition.self, from: Data(text.utf8)) else {
            throw StoreError.corrupt("event.definition")
        }
        return Event(id: id, number: try row[1], definition: definition, sessions: try sessions(id))
    }

    /// Adds an event without its sessions.
    func insert(_ event: Event, sealedKey: [UInt8]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let definition = String(decoding: try encoder.encode(event.definition), as: UTF8.self)
        try run(
            "INSERT INTO event (id, number, definition, sealed_key) VALUES (?, ?, ?, ?)",
            event.id, event.number, definition, sealedKey)
    }
}
