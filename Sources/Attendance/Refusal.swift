/// Why a scan was not accepted: a closed list. A refusal is a recorded scan, not an error.
package enum Refusal: String, Codable, Hashable, Sendable, CaseIterable {
    case unknownCode = "unknown_code"
    case badBadge = "bad_badge"
    case alreadyRedeemed = "already_redeemed"
    case notEnrolled = "not_enrolled"
    case wrongEvent = "wrong_event"
    case sessionNotOpen = "session_not_open"
    case sessionClosed = "session_closed"
    case revoked
    case blocked
}
