internal import Attendance

/// A browser in which somebody has typed a token.
struct OfficerSession: Sendable, Equatable {
    /// The token's name in the registry.
    let name: String
    /// The token, by which the registry is asked again at every request: revoking it ends the session.
    let token: String
    /// What every form of the session's pages carries.
    let csrf: String
    let endsAt: Timestamp
}
