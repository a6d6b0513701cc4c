/// The body of `POST /events/{id}/share`.
struct ShareInput: Decodable {
    /// The other box's key, `RWQ…`.
    let to: String
}
