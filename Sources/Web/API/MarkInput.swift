/// The body of `PUT /sessions/{id}/attendance/{participant}`.
struct MarkInput: Decodable {
    let status: String
    let reason: String
}
