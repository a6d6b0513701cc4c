import Store

/// A member of staff, as the organiser sees it.
struct OperatorOutput: Encodable {
    let name: String
    let role: String

    init(_ staff: StaffMember) {
        name = staff.name
        role = staff.role == .organiser ? "organiser" : "desk"
    }
}
