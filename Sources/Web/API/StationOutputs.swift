import Attendance
import Store

/// The body of `POST /stations`.
struct StationInput: Decodable {
    let name: String
    let role: String
}

/// The body of `POST /enrol`.
struct EnrolInput: Decodable {
    let token: String
}

/// A station, as the organiser sees it.
struct StationOutput: Encodable {
    let name: String
    let role: String
    /// `waiting` until its link was opened, then `enrolled`, at the end `revoked`.
    let state: String
    let lastSeen: String?

    init(_ station: Station) {
        (name, role) = (station.name, station.role.rawValue)
        state = station.isRevoked ? "revoked" : station.isEnrolled ? "enrolled" : "waiting"
        lastSeen = station.lastSeenAt?.rfc3339()
    }

    enum CodingKeys: String, CodingKey {
        case name, role, state
        case lastSeen = "last_seen"
    }
}

/// A new station with the link that enrols one device, once.
struct NewStationOutput: Encodable {
    let name: String
    let role: String
    let url: String
    let qrSVG: String

    enum CodingKeys: String, CodingKey {
        case name, role, url
        case qrSVG = "qr_svg"
    }
}

/// What a device is told after it was enrolled.
struct EnrolOutput: Encodable {
    let name: String
    let role: String
    /// The page to go to.
    let next: String

    init(_ station: Station) {
        (name, role) = (station.name, station.role.rawValue)
        switch station.role {
        case .desk: next = "/desk"
        case .kiosk: next = "/kiosk"
        case .display: next = "/"
        }
    }
}
