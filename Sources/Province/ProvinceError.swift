/// Why the province's side cannot do what it was asked; what a client sent is refused by ``BundleRefusal`` instead.
package enum ProvinceError: Error, Sendable, Equatable {
    /// The data folder holds no keys.
    case notInitialised
    /// The data folder holds keys already.
    case alreadyExists
    /// Keys of these names are missing in a data folder that is in use: new ones would not be those of the people and
    /// boxes that are known.
    case lostKeys([String])
    /// A file of the data folder cannot be read, used or written, and why.
    case folder(String)
    /// An active box or token has this name.
    case nameTaken(String)
    /// An active box has this key.
    case keyTaken(String)
    /// No active box or token has this name.
    case unknownName(String)
}
