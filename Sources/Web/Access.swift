/// Which callers a route serves. The organiser may do everything.
package struct Access: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    static let kiosk = Access(rawValue: 1)
    static let display = Access(rawValue: 2)
    static let desk = Access(rawValue: 4)
    /// Nobody has to say who they are.
    static let anybody = Access(rawValue: 8)
    /// An enrolled desk, whoever is signed in there.
    static let station = Access(rawValue: 16)
    /// Nobody has to say who they are; a change is made with a ticket in the form, which no other page can know.
    static let ticket = Access(rawValue: 32)
    static let organiser: Access = []

    /// Whether anybody is served.
    var isOpen: Bool { contains(.anybody) || contains(.ticket) }

    func admits(_ role: Caller.Role) -> Bool {
        if isOpen || role == .organiser { return true }
        switch role {
        case .kiosk: return contains(.kiosk)
        case .display: return contains(.display)
        case .desk: return contains(.desk)
        case .station: return contains(.station)
        case .anybody, .organiser: return false
        }
    }
}
