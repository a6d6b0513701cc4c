package import Attendance

/// Who gives a command: kept with every entry of the ledger.
package struct Actor: Hashable, Sendable {
    package let kind: Kind
    /// The person on duty (người trực).
    package let staff: ID<StaffMember>?
    /// The device.
    package let station: ID<Station>?

    package init(_ kind: Kind, staff: ID<StaffMember>? = nil, station: ID<Station>? = nil) {
        (self.kind, self.staff, self.station) = (kind, staff, station)
    }

    /// The box itself, or the command line.
    package static let system = Actor(.system)

    /// What the caller may do.
    package enum Kind: String, Sendable, CaseIterable {
        case organiser, desk, kiosk, display, api, system
    }
}

extension Actor.Kind: SQLConvertible {}
