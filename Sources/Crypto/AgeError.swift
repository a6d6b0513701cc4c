/// Why an age key or file was refused.
package enum AgeError: Error, Equatable {
    /// The text is no `age1…` key, or no `AGE-SECRET-KEY-1…` key.
    case malformedKey
    /// The file does not begin with a header of age's version 1.
    case malformedHeader
    /// None of the file's recipients is this key.
    case notForThisKey
    /// The file was changed, or cut short.
    case notAuthentic
    /// A file needs at least one recipient, and each must be a usable key.
    case unusableRecipient
}
