import Store

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
        case .display: next = "/display"
        }
    }
}
