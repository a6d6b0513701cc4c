import Attendance
import Store

/// Who is asking: the rows of the roles table.
struct Caller: Sendable {
    var role: Role
    /// Who is written into the ledger beside what this caller does.
    var actor: Actor
    /// The proof that a change comes from our own page; nil for callers who are known without a cookie.
    var csrf: String?
    var operatorName: String?
    var stationName: String?
    /// When the login ends whatever is done, by the boot clock; nil without one.
    var signedInUntil: Int64?
    /// The way people go through the device's door, where the scan does not say it.
    var stationDirection: Direction?
    /// Whether the device is an enrolled desk, whoever is signed in there.
    var isAtDesk = false

    init(_ role: Role, _ actor: Actor, csrf: String? = nil) {
        (self.role, self.actor, self.csrf) = (role, actor, csrf)
    }

    static let anybody = Caller(.anybody, .system)

    /// The roles of INTERFACES, from the least to the most allowed.
    enum Role: String, Encodable, Sendable, CaseIterable {
        case anybody
        case kiosk
        case display
        /// A desk whose operator has not typed the PIN yet.
        case station
        case desk
        case organiser
    }
}
