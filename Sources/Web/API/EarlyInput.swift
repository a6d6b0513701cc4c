import Attendance

/// The body of `POST /sessions/{id}/early`.
struct EarlyInput: Decodable {
    let scans: [String]

    /// The refused scans, or 422; each once, at most a thousand.
    func refused() throws(Problem) -> [ID<Scan>] {
        guard (1...1_000).contains(scans.count) else { throw .invalid("/scans", "must hold 1 to 1000 scans") }
        var ids: [ID<Scan>] = []
        for (place, text) in scans.enumerated() {
            guard let id = ID<Scan>(text) else { throw .invalid("/scans/\(place)", "is no id") }
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }
}
