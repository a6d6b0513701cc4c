/// The code on a room's screen, and when to ask for the next one.
struct VenueCodeOutput: Encodable {
    let url: String
    let qrSVG: String
    let millisecondsLeft: Int64

    enum CodingKeys: String, CodingKey {
        case url
        case qrSVG = "qr_svg"
        case millisecondsLeft = "milliseconds_left"
    }
}
