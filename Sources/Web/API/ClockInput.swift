import Attendance

/// The body of `POST /clock`.
struct ClockInput: Decodable {
    let now: String
    /// How long the fastest of the page's five readings took.
    let roundTripMilliseconds: Int?

    enum CodingKeys: String, CodingKey {
        case now
        case roundTripMilliseconds = "round_trip_ms"
    }

    /// 1 January 2024: no phone with an earlier date has the right time.
    static let earliest = Timestamp(milliseconds: 1_704_067_200_000)
}
