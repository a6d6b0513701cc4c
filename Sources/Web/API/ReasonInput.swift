/// A body that only says why.
struct ReasonInput: Decodable {
    let reason: String
}
