/// A link that enrols one device, once.
struct NewStationOutput: Encodable {
    let name: String
    let role: String
    let url: String
    let qrSVG: String
    /// The same for a device that trusts the box; nil on a box without https.
    let secureURL: String?
    let secureQRSVG: String?

    enum CodingKeys: String, CodingKey {
        case name, role, url
        case qrSVG = "qr_svg"
        case secureURL = "https_url"
        case secureQRSVG = "https_qr_svg"
    }
}
