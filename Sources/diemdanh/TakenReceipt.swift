/// What the box answers to a receipt that was handed in.
struct TakenReceipt: Codable {
    let name: String
    let accepted: Int
    let duplicate: Int
    let refused: Int
    let isNew: Bool

    enum CodingKeys: String, CodingKey {
        case name, accepted, duplicate, refused
        case isNew = "is_new"
    }

    /// `1a2b3c4d-482157-000123: 80 accepted, 0 duplicate, 0 refused`
    var line: String {
        "\(name): \(accepted) accepted, \(duplicate) duplicate, \(refused) refused\(isNew ? "" : " (known)")"
    }
}
