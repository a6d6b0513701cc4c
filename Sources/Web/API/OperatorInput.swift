import Store

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
