package import Attendance

/// A device at the venue (máy).
package struct Station: Hashable, Sendable {
    package let id: ID<Station>
    package let name: String
    package let role: Role
    /// Nil for a device that serves every event.
    package let event: ID<Event>?
    package let isRevoked: Bool
    package let isEnrolled: Bool
    package let lastSeenAt: Timestamp?

    package enum Role: String, Codable, Sendable, CaseIterable {
        case desk, kiosk, display
    }
}

extension Station.Role: SQLConvertible {}

extension Station {
    fileprivate init(_ row: ResultRow) throws {
        (id, name, role, event) = (try row[0], try row[1], try row[2], try row[3])
        (isRevoked, isEnrolled, lastSeenAt) = (try row[4], try row[5], try row[6])
    }
}

extension Connection {
    private static let stationSelection = """
        SELECT id, name, role, event, is_revoked, token_hash IS NOT NULL, last_seen_at FROM station
        """

    /// Every device, in the order of their names.
    func stations() throws -> [Station] {
        try all(Self.stationSelection + " ORDER BY name", read: Station.init)
    }

    /// A device; nil for an unknown name.
    func station(named name: String) throws -> Station? {
        try first(Self.stationSelection + " WHERE name = ?", name, read: Station.init)
    }

    /// The device with this token.
    func station(tokenHash: [UInt8]) throws -> Station? {
        try first(Self.stationSelection + " WHERE token_hash = ?", tokenHash, read: Station.init)
    }

    /// The device that waits for this one-time token.
    func station(oneTimeHash: [UInt8]) throws -> Station? {
        try first(Self.stationSelection + " WHERE one_time_hash = ?", oneTimeHash, read: Station.init)
    }

    /// The end of the last session of an event, or of all events.
    func lastEnd(of event: ID<Event>?) throws -> Timestamp? {
        if let event {
            return try first("SELECT max(ends_at) FROM session WHERE event = ?", event) { try $0[0] } ?? nil
        }
        return try first("SELECT max(ends_at) FROM session") { try $0[0] } ?? nil
    }
}
