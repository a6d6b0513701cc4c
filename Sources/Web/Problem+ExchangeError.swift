import Exchange

extension Problem {
    /// A bundle, share or receipt that is not taken: 422, and nothing of it was stored.
    init(_ error: ExchangeError) {
        if error == .notMade {
            self = .storeBusy
        } else {
            self.init(422, error.code, "The file was not taken; nothing was changed.", detail: error.sentence)
        }
    }
}

extension ExchangeError {
    fileprivate var code: String {
        switch self {
        case .truncated: "truncated"
        case .tooLarge: "too_large"
        case .encrypted, .notForThisKey: "encrypted_to_another"
        case .missingPart, .malformed, .unknownFormat: "not_a_bundle"
        case .badSignature, .changedPart: "bad_signature"
        case .brokenChain, .contradiction: "contradictory"
        case .notMade: "not_made"
        }
    }

    fileprivate var sentence: String {
        switch self {
        case .truncated: "The file ends early or is damaged. Copy it again."
        case .tooLarge: "The file expands further than any bundle does."
        case .encrypted, .notForThisKey:
            "The file is encrypted to somebody else. On the other box export it for this one: --to and this box's key."
        case .missingPart(let part): "The file has no \(part), so it is no bundle."
        case .malformed(let part): "\(part) cannot be read."
        case .unknownFormat(let format): "The format \(format) is not known here."
        case .badSignature: "The signature is not the one of the box that the file names."
        case .changedPart(let part): "\(part) is not what was signed."
        case .brokenChain(let seq): "Entry \(seq) of the ledger does not follow from the one before it."
        case .contradiction(let what): "The file contradicts itself: \(what)."
        case .notMade: "The file could not be made."
        }
    }
}
