package import Exchange

/// Why what a client sent is not taken: nothing of it is stored.
package enum BundleRefusal: Error, Sendable, Equatable {
    /// Not signed by who it says, or changed after it was signed.
    case badSignature
    /// No registered box has this key.
    case unknownBox(key: String)
    case revokedBox(name: String)
    /// The box calls itself by the id of another one, or by another id than before.
    case foreignBox(name: String)
    /// The file cannot be opened or does not hang together.
    case unusable(ExchangeError)
    /// The event or a session of it cannot be what it says.
    case badEvent

    /// What a file that could not be read means here.
    init(_ error: ExchangeError) {
        switch error {
        case .badSignature, .changedPart: self = .badSignature
        default: self = .unusable(error)
        }
    }

    /// Of whom the log speaks: the registered name, or the key of a box that is not; nil where neither is known.
    var sender: String? {
        switch self {
        case .unknownBox(let key): key
        case .revokedBox(let name), .foreignBox(let name): "“\(name)”"
        case .badSignature, .unusable, .badEvent: nil
        }
    }

    /// HTTP's status; 403 for whatever proves nothing.
    package var status: Int {
        switch self {
        case .badSignature, .unknownBox, .revokedBox, .foreignBox: 403
        case .unusable(.tooLarge): 413
        case .unusable(.truncated), .unusable(.missingPart): 400
        case .unusable, .badEvent: 422
        }
    }

    /// The last part of a problem's type: stable, for programs.
    package var code: String {
        switch self {
        case .badSignature: "bad_signature"
        case .unknownBox: "unknown_box"
        case .revokedBox: "revoked_box"
        case .foreignBox: "foreign_box"
        case .unusable(.tooLarge): "payload_too_large"
        case .unusable(.truncated), .unusable(.missingPart): "truncated"
        case .unusable(.encrypted), .unusable(.notForThisKey): "not_for_this_key"
        case .unusable: "unusable_bundle"
        case .badEvent: "bad_event"
        }
    }

    /// One sentence for people.
    package var title: String {
        switch self {
        case .badSignature: "The bundle was not signed by its box, or was changed afterwards."
        case .unknownBox: "No registered box has signed this bundle."
        case .revokedBox: "The box that signed this bundle was revoked."
        case .foreignBox: "The bundle names another box than the one that signed it."
        case .unusable(.tooLarge): "The bundle is too large."
        case .unusable(.truncated), .unusable(.missingPart): "The file is no bundle, or it ends early."
        case .unusable(.encrypted), .unusable(.notForThisKey): "The bundle is encrypted to somebody else."
        case .unusable: "The bundle does not hang together."
        case .badEvent: "The bundle's event cannot be used."
        }
    }
}
