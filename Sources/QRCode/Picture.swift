/// A picture file, of which only the grey dots matter, in full or at a fraction of its size.
package enum Picture: Sendable {
    case frame(GreyFrame)
    /// Shrunk while it is decoded.
    case jpeg(JPEGPicture)

    /// The kinds of files that are read.
    package enum Format: Sendable, CaseIterable {
        case png
        case jpeg
        /// The binary form of Netpbm's grey map, P5: what a page makes of a camera's frame.
        case pgm
    }

    /// Reads the file's head, and of all but a JPEG also the dots.
    ///
    /// - Throws: ``PictureError``; size and limits are checked before memory is taken.
    package init(_ file: [UInt8], format: Format) throws(PictureError) {
        switch format {
        case .png: self = .frame(try GreyFrame(png: file))
        case .jpeg: self = .jpeg(try JPEGPicture(file))
        case .pgm: self = .frame(try GreyFrame(pgm: file))
        }
    }

    var longSide: Int {
        switch self {
        case .frame(let frame): max(frame.width, frame.height)
        case .jpeg(let picture): max(picture.width, picture.height)
        }
    }

    /// The dots at a fraction of the size; `divisor` is 1, 2, 4 or 8.
    func reduced(by divisor: Int) throws(PictureError) -> GreyFrame {
        switch self {
        case .frame(let frame): frame.reduced(by: divisor)
        case .jpeg(let picture): try picture.reduced(by: divisor)
        }
    }
}
