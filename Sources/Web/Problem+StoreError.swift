import Store

extension Problem {
    /// How an error of the store is answered.
    init(_ error: StoreError) {
        switch error {
        case .full: self = .storeFull
        case .busy, .failed, .stopped, .readOnly, .locked, .notInitialised, .damaged: self = .storeBusy
        case .nonceReused: self = .nonceReused
        case .notFound: self = .notFound
        case .conflict(let conflict):
            self.init(409, "conflict", "This does not fit what is there already.", detail: "\(conflict)")
        case .noCodesLeft: self.init(409, "no_codes_left", "Every code of the box is taken.")
        case .unusableBackup: self.init(422, "unusable_backup", "The file is no backup of a box.")
        case .alreadyExists: self.init(409, "conflict", "It exists already.")
        case .corrupt: self.init(500, "store_corrupt", "The store holds a value that cannot be read.")
        }
    }
}
