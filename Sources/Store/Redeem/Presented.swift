package import Attendance

/// What somebody showed at the door.
package enum Presented: Hashable, Sendable {
    case code(Code)
    case badge(Badge)
    /// Chosen by staff from a list.
    case participant(ID<Participant>)
    /// No code and no badge: only its kind and length are kept.
    case unreadable(ScannedInput.Kind, length: Int)

    /// The code that was shown, by itself or on a badge.
    package var code: Code? {
        switch self {
        case .code(let code): code
        case .badge(let badge): badge.code
        case .participant, .unreadable: nil
        }
    }

    /// As the ledger keeps it.
    var kind: String {
        switch self {
        case .code: "code"
        case .badge: "badge"
        case .participant: "participant"
        case .unreadable(let kind, _): "unreadable_" + kind.rawValue
        }
    }

    /// The digits of a well-formed code or badge; nothing else is kept as it came.
    var digits: String? {
        switch self {
        case .code(let code): code.digits
        case .badge(let badge): badge.digits
        case .participant, .unreadable: nil
        }
    }

    /// The length of what could not be read.
    var length: Int64? {
        guard case .unreadable(_, let length) = self else { return nil }
        return Int64(length)
    }

    /// Whom staff chose.
    var participant: ID<Participant>? {
        guard case .participant(let id) = self else { return nil }
        return id
    }
}
