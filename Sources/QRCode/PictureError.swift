/// Why a picture cannot be looked at.
package enum PictureError: Error, Equatable {
    /// The bytes do not begin like a picture of the kind they are said to be.
    case otherFormat
    /// The picture breaks off, or is broken.
    case damaged
    /// More dots than ``mostPixels``, or more work than a photo makes.
    case tooLarge

    /// 40 million dots: more than the cameras of phones take.
    static let mostPixels = 40_000_000
}
