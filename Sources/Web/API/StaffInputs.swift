import Store

/// The body of `POST /login`.
struct LoginInput: Decodable {
    let name: String?
    let pin: String
}

/// The body of `POST /operators`.
struct OperatorInput: Decodable {
    let name: String
    let role: String
    let pin: String

    var staffRole: StaffMember.Role? {
        switch role {
        case "desk": .operator
        case "organiser": .organiser
        default: nil
        }
    }
}

/// A member of staff, as the organiser sees it.
struct OperatorOutput: Encodable {
    let name: String
    let role: String

    init(_ staff: StaffMember) {
        name = staff.name
        role = staff.role == .organiser ? "organiser" : "desk"
    }
}

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
