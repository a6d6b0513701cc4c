/// The body of `POST /sessions/{id}/open-with-pin`.
struct OpenWithPINInput: Decodable {
    let pin: String
    /// Whether those are let in who came too early.
    let acceptEarly: Bool?

    enum CodingKeys: String, CodingKey {
        case pin
        case acceptEarly = "accept_early"
    }
}
