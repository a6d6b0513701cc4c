package import Attendance

/// Why an entry of a desk's queue needs the organiser's eye.
package enum FlagReason: Hashable, Sendable {
    /// The scan is recorded, and refused against what the desk had told the guest.
    case refused(Refusal)
    /// The scan is recorded, but the box does not know that the one named in it has worked with this session's roster.
    case unconfirmedOperator
    /// The scan is recorded, but the device says that it happened after it was sent, or more than a day before.
    case implausibleTime
    /// It takes back a scan that has not come.
    case scanMissing
    /// The box's key does not open it.
    case unreadable
    /// It was opened and makes no sense.
    case malformed
    /// Its session or person is not known here.
    case notFound
    /// Its mark came before with another content.
    case nonceReused
    /// It does not fit what is there.
    case conflict

    /// As the database and the API name it.
    package var name: String {
        switch self {
        case .refused(let refusal): refusal.rawValue
        case .unconfirmedOperator: "unconfirmed_operator"
        case .implausibleTime: "implausible_time"
        case .scanMissing: "scan_missing"
        case .unreadable: "unreadable"
        case .malformed: "malformed"
        case .notFound: "not_found"
        case .nonceReused: "nonce_reused"
        case .conflict: "conflict"
        }
    }

    /// Why a command was not done; nil where the store could not write and the desk must send again.
    package init?(_ error: StoreError) {
        switch error {
        case .nonceReused: self = .nonceReused
        case .notFound: self = .notFound
        case .conflict, .noCodesLeft, .alreadyExists: self = .conflict
        default: return nil
        }
    }
}
