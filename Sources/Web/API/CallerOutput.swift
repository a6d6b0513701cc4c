import Attendance

/// Who the box takes the caller for.
struct CallerOutput: Encodable {
    var role: Caller.Role
    var csrf: String?
    var operatorName: String?
    var station: String?
    /// The way people go through the device's door; missing where the page decides.
    var direction: Direction?

    init(_ caller: Caller) {
        (role, csrf) = (caller.role, caller.csrf)
        (operatorName, station, direction) = (caller.operatorName, caller.stationName, caller.stationDirection)
    }

    enum CodingKeys: String, CodingKey {
        case role, csrf, station, direction
        case operatorName = "operator"
    }
}
