/// The body of `POST /desk/queue`: what a desk recorded while the box was away.
struct QueueInput: Decodable {
    let entries: [Entry]

    /// One entry as it left the phone.
    struct Entry: Decodable, Sendable {
        /// The nonce of the scan inside.
        let id: String
        /// In Base64 for URLs; only the box can open it.
        let sealed: String
        /// What the phone's clock shows now, as it was set when the entry was made.
        let sentAt: String

        enum CodingKeys: String, CodingKey {
            case id, sealed
            case sentAt = "sent_at"
        }
    }
}
