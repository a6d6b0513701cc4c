/// Why the province's side cannot do what it was asked; what a client sent is refused by ``BundleRefusal`` instead.
package enum ProvinceError: Error, Sendable, Equatable {
    /// The data folder holds no keys.
    case notInitialised
    /// The data folder holds keys already.
    case alreadyExists
    /// The data folder cannot be written.
    case folder(String)
    /// An active box or token has this name.
    case nameTaken(String)
    /// An active box has this key.
    case keyTaken(String)
    /// No active box or token has this name.
    case unknownName(String)
}
