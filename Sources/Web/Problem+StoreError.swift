import Store

extension Problem {
    /// How an error of the store is answered.
    init(_ error: StoreError) {
        switch error {
        case .full: self = .storeFull
        case .busy, .failed, .stopped, .readOnly, .locked, .notInitialised, .damaged: self = .storeBusy
        case .foreignBundle:
            self.init(
                422, "foreign_bundle", "The file was not taken; nothing was changed.",
                detail: "Who signed it does not hold the event's key, or it is not what a box of the event writes.")
        case .nonceReused: self = .nonceReused
        case .notFound: self = .notFound
        case .conflict(let conflict): self.init(conflict)
        case .noCodesLeft: self.init(409, "no_codes_left", "Every code of the box is taken.")
        case .unusableBackup: self.init(422, "unusable_backup", "The file is no backup of a box.")
        case .alreadyExists: self.init(409, "conflict", "It exists already.")
        case .corrupt: self.init(500, "store_corrupt", "The store holds a value that cannot be read.")
        }
    }
}

extension Problem {
    /// What a page has a sentence of its own for has a code of its own.
    private init(_ conflict: StoreError.Conflict) {
        switch conflict {
        case .sessionNotOpen: self.init(409, "session_not_open", "The session is not open.")
        case .emptyList: self.init(409, "empty_list", "Nobody is on the list.")
        case .notYet: self.init(409, "not_yet", "That time is still to come.")
        case .lastOrganiser: self.init(409, "last_organiser", "The last organiser cannot be removed.")
        case .otherCode: self.init(409, "other_code", "The code is not this person's.")
        case .stationName, .operatorName, .sessionKey, .eventNumber, .alreadyAnnulled, .notAnnullable, .citizenNumber,
            .bundleOrder, .receiptOfOtherScans:
            self.init(409, "conflict", "This does not fit what is there already.", detail: "\(conflict)")
        }
    }
}
