/// The body of `POST /stations`.
struct StationInput: Decodable {
    let name: String
    let role: String
}
