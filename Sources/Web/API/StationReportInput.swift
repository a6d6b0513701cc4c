import Store

/// The body of `POST /stations/self`.
struct StationReportInput: Decodable {
    let unsent: Int
    let battery: Int?

    /// Throws 422 for figures that no device has.
    func report() throws(Problem) -> StationReport {
        guard (0...1_000_000).contains(unsent) else { throw .invalid("/unsent", "must be from 0 to 1000000") }
        guard battery.map((0...100).contains) ?? true else { throw .invalid("/battery", "must be from 0 to 100") }
        return StationReport(unsent: unsent, battery: battery)
    }
}
