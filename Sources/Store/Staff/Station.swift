package import Attendance

/// A device at the venue (máy).
package struct Station: Hashable, Sendable {
    package let id: ID<Station>
    package let name: String
    package let role: Role
    /// The way people go through its door, where the scan does not say it; nil for a device that takes both.
    package let direction: Direction?
    /// Nil for a device that serves every event.
    package let event: ID<Event>?
    package private(set) var isRevoked = false
    package private(set) var isEnrolled = false
    package private(set) var lastSeenAt: Timestamp?
    /// Nil for a device that has not said anything of itself.
    package private(set) var report: StationReport?

    /// A device that nobody has enrolled yet.
    init(id: ID<Station>, name: String, role: Role, direction: Direction?, event: ID<Event>?) {
        (self.id, self.name, self.role, self.direction, self.event) = (id, name, role, direction, event)
    }

    package enum Role: String, Codable, Sendable, CaseIterable {
        case desk, kiosk, display
    }
}

extension Station.Role: SQLConvertible {}

extension Station {
    fileprivate init(_ row: ResultRow) throws {
        self.init(id: try row[0], name: try row[1], role: try row[2], direction: try row[9], event: try row[3])
        (isRevoked, isEnrolled, lastSeenAt) = (try row[4], try row[5], try row[6])
        let battery: Int? = try row[8]
        report = try (row[7] as Int?).map { StationReport(unsent: $0, battery: battery) }
    }
}

extension Connection {
    private static let stationSelection = """
        SELECT id, name, role, event, is_revoked, token_hash IS NOT NULL, last_seen_at, unsent, battery, direction
        FROM station
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

    /// The device that waits for this one-time token; nil for an unknown one, and for one whose time is over.
    func station(oneTimeToken: String, _ now: ClockReading) throws -> Station? {
        let station = try first(
            Self.stationSelection + " WHERE one_time_hash = ? AND link_boot = ? AND link_until_ms > ?",
            Token.hash(oneTimeToken), now.boot, now.bootMilliseconds, read: Station.init)
        return station?.isRevoked == true ? nil : station
    }

    /// The end of the last session of an event, or of all events.
    func lastEnd(of event: ID<Event>?) throws -> Timestamp? {
        if let event {
            return try first("SELECT max(ends_at) FROM session WHERE event = ?", event) { try $0[0] } ?? nil
        }
        return try first("SELECT max(ends_at) FROM session") { try $0[0] } ?? nil
    }
}
