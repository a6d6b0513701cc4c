/// Who the box takes the caller for.
struct CallerOutput: Encodable {
    var role: Caller.Role
    var csrf: String?
    var operatorName: String?
    var station: String?

    init(_ caller: Caller) {
        (role, csrf) = (caller.role, caller.csrf)
        (operatorName, station) = (caller.operatorName, caller.stationName)
    }

    enum CodingKeys: String, CodingKey {
        case role, csrf, station
        case operatorName = "operator"
    }
}
