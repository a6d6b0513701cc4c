import Attendance

/// The body of `POST /sheets/{code}/rows`.
struct PaperInput: Decodable {
    /// As it is typed: `1-14, 17, 20`.
    let rows: String
    let direction: String?
    let occurredAt: String?

    enum CodingKeys: String, CodingKey {
        case rows, direction
        case occurredAt = "occurred_at"
    }

    /// The rows of a sheet of `count`; 422 for a list that is too long to be one.
    func list(count: Int) throws(Problem) -> RowList {
        guard rows.utf8.count <= 2_000 else { throw .invalid("/rows", "must have at most 2000 bytes") }
        return RowList(rows, count: count)
    }
}
