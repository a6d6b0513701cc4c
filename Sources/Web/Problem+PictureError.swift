import QRCode

extension Problem {
    /// A picture that cannot be looked at.
    init(_ error: PictureError) {
        switch error {
        case .otherFormat:
            self = .unknownPicture
        case .damaged:
            self.init(422, "damaged_picture", "The picture is broken. Take it again.")
        case .tooLarge:
            self.init(
                422, "picture_too_large", "The picture has too many dots. Take it smaller.",
                detail: "At most 40 million dots; 10 million where it is built up in several scans.")
        }
    }

    static let unknownPicture = Problem(
        415, "unknown_picture", "This is no picture that can be read. Send PNG, JPEG or binary PGM.")
}
