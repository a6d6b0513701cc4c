import Attendance
import Store

/// A station, as the organiser sees it.
struct StationOutput: Encodable {
    let name: String
    let role: String
    let direction: Direction?
    /// `waiting` until its link was opened, then `enrolled`, at the end `revoked`.
    let state: String
    let lastSeen: String?
    /// Scans that it keeps because the box was away; nil before it has said.
    let unsent: Int?
    /// Percent.
    let battery: Int?

    init(_ station: Station) {
        (name, role, direction) = (station.name, station.role.rawValue, station.direction)
        state = station.isRevoked ? "revoked" : station.isEnrolled ? "enrolled" : "waiting"
        lastSeen = station.lastSeenAt?.rfc3339()
        (unsent, battery) = (station.report?.unsent, station.report?.battery)
    }

    enum CodingKeys: String, CodingKey {
        case name, role, direction, state, unsent, battery
        case lastSeen = "last_seen"
    }
}
