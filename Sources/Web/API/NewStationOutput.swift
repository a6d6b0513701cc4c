/// A new station with the link that enrols one device, once.
struct NewStationOutput: Encodable {
    let name: String
    let role: String
    let url: String
    let qrSVG: String

    enum CodingKeys: String, CodingKey {
        case name, role, url
        case qrSVG = "qr_svg"
    }
}
