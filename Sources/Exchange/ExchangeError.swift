/// Why a bundle, a share or a receipt was refused. Nothing of it is to be stored.
package enum ExchangeError: Error, Equatable {
    /// The file is no archive, or it ends early.
    case truncated
    /// The archive has more parts or expands further than any bundle.
    case tooLarge
    /// The file is encrypted and no key was given.
    case encrypted
    /// The file is encrypted to somebody else.
    case notForThisKey
    /// The archive lacks a part of this name.
    case missingPart(String)
    /// A part is not in its format.
    case malformed(String)
    /// The manifest or the receipt was not signed by the key that should have signed it.
    case badSignature
    /// A part is not the one that was signed.
    case changedPart(String)
    /// Another version of the format, or another kind of file.
    case unknownFormat(String)
    /// An entry's hash does not follow from its content and the entry before it.
    case brokenChain(seq: Int64)
    /// What the manifest says does not agree with the parts.
    case contradiction(String)
    /// The file could not be made: memory ran out.
    case notMade
}
