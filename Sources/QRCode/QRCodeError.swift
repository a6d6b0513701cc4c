/// Why no QR code, or no picture of one, could be made.
package enum QRCodeError: Error, Equatable {
    /// There is nothing to encode.
    case empty
    /// A badge's text may only have the digits 0 to 9.
    case notDigits
    /// A text may not have the character U+0000.
    case unencodable
    /// More than the largest QR code of this level holds.
    case tooLong
    /// The memory for the code or the picture could not be had.
    case outOfMemory
}
