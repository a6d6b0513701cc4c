/// Why a ZIP archive could not be read or made.
package enum ZipError: Error, Equatable {
    /// The archive ends early, or its directory or a checksum is wrong.
    case truncated
    /// A part is packed in a way that we do not open: anything but none and Deflate, which expands further.
    case unusualCompression
    /// A part is locked with a password.
    case passwordProtected
    /// More parts than the limit.
    case tooManyParts
    /// More bytes after inflating than the limit.
    case expandsTooFar
    /// The library could not make an archive: memory ran out.
    case notMade
}
