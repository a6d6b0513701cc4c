import Program
import Province

extension Failure {
    /// What an error means on the command line; nil for those of the command line itself.
    init?(of error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as ProvinceError: self.init(error)
        case let refusal as BundleRefusal: self = .refused(refusal.title)
        case let error as DatabaseError: self = .failed("the database failed: \(error)")
        default: return nil
        }
    }

    private init(_ error: ProvinceError) {
        switch error {
        case .notInitialised: self = .refused("the data folder has no keys; run: diemdanh-province init")
        case .alreadyExists: self = .refused("the data folder has keys already")
        case .lostKeys(let names):
            self = .refused("the data folder has lost \(names.joined(separator: ", ")); take them from a backup")
        case .folder(let what): self = .failed("the data folder cannot be used: \(what)")
        case .nameTaken(let name): self = .refused("\(name) is there already; revoke it first")
        case .keyTaken(let name): self = .refused("\(name) has this key; revoke it first")
        case .unknownName(let name): self = .refused("nothing active is called \(name)")
        }
    }
}
