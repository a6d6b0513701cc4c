/// The body of `POST /stations`.
struct StationInput: Decodable {
    let name: String
    let role: String
    /// `entry` or `exit`; missing for a device that takes both.
    let direction: String?
}
