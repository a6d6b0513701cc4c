/// What recomputing the attendance came to.
struct RebuildOutput: Encodable {
    let rows: Int
    let isUnchanged: Bool

    enum CodingKeys: String, CodingKey {
        case rows
        case isUnchanged = "unchanged"
    }
}
